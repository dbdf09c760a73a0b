import { isObject, type Json, type JsonObject, pointerStep } from '../../../mocks/world/json.ts'

/** A part of a document, and where it stands. */
export interface Located<T extends Json | undefined = Json | undefined> {
  readonly value: T
  /** A JSON Pointer. */
  readonly at: string
}

/** What stands under a key; its value is undefined where nothing does. */
export const under = ({ value, at }: Located, key: string | number): Located => {
  const child = Array.isArray(value)
    ? value[Number(key)]
    : isObject(value) && Object.hasOwn(value, key)
      ? value[key]
      : undefined
  return { value: child, at: `${at}${pointerStep(key)}` }
}

/** The entries of an object, each with its place; none where it is no object. */
export const entriesOf = ({ value, at }: Located): readonly (readonly [string, Located<Json>])[] =>
  isObject(value)
    ? Object.entries(value).map(([key, one]) => [key, { value: one, at: `${at}${pointerStep(key)}` }])
    : []

/** The members of a list, each with its place; none where it is no list. */
export const membersOf = ({ value, at }: Located): readonly Located<Json>[] =>
  Array.isArray(value) ? value.map((one, n) => ({ value: one, at: `${at}/${n}` })) : []

/** Whether an object stands there. */
export const holdsObject = (one: Located): one is Located<JsonObject> => isObject(one.value)

/** A text that stands under a key. */
export const textUnder = (one: Located, key: string): string | undefined => {
  const { value } = under(one, key)
  return typeof value === 'string' ? value : undefined
}
