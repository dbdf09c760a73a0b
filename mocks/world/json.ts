/** A JSON value. */
export type Json = string | number | boolean | null | JsonArray | JsonObject
export type JsonArray = Json[]
export interface JsonObject {
  [key: string]: Json
}

/** Tells a JSON object from arrays, primitives and absent values. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One step of a JSON Pointer; nearly no key needs anything escaped. */
export const pointerStep = (key: string | number): string => {
  const text = String(key)
  return `/${/[~/]/.test(text) ? text.replaceAll('~', '~0').replaceAll('/', '~1') : text}`
}

/**
 * Writes a JSON Pointer (RFC 6901) from keys and indices.
 * @example pointer(['paths', '/a/{id}', 0]) // '/paths/~1a~1{id}/0'
 */
export const pointer = (keys: readonly (string | number)[]): string => keys.map(pointerStep).join('')

/** Finds what a JSON Pointer (RFC 6901) points at; undefined where nothing stands. */
export const pointedAt = (document: Json, path: string): Json | undefined => {
  let at: Json | undefined = document
  for (const part of path.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    at = Array.isArray(at) ? at[Number(key)] : isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined
  }
  return at
}
