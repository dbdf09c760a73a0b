/** An object of a document. */
export type Fields = Readonly<Record<string, unknown>>

/** Tells an object from lists, plain values and what is absent. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object under a name; an empty one where there is none. */
export const fieldsAt = (parent: Fields, name: string): Fields => {
  const value = Object.hasOwn(parent, name) ? parent[name] : undefined
  return isFields(value) ? value : {}
}
