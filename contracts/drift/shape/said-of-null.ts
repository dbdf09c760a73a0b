import { isObject, type Json, type JsonObject } from '../../../mocks/world/json.ts'
import type { TypeName } from './shape.ts'

const typeNames = new Set<unknown>(['string', 'number', 'integer', 'boolean', 'array', 'object'])

/** The values that a schema lists, by `enum` or `const`. */
export const wordsIn = (schema: JsonObject): readonly Json[] | undefined => {
  if (Object.hasOwn(schema, 'const')) return [schema.const as Json]
  return Array.isArray(schema.enum) ? schema.enum : undefined
}

const typeOfWord = (word: Json): TypeName | undefined => {
  if (word === null) return undefined
  if (Array.isArray(word)) return 'array'
  if (isObject(word)) return 'object'
  if (typeof word === 'number') return Number.isInteger(word) ? 'integer' : 'number'
  return typeof word === 'string' ? 'string' : 'boolean'
}

/** The types a schema names, or shows by its words or its keywords; undefined where it says nothing of them. */
export const typesIn = (schema: JsonObject): readonly TypeName[] | undefined => {
  const { type } = schema
  if (type !== undefined)
    return (Array.isArray(type) ? type : [type]).filter((one): one is TypeName => typeNames.has(one))
  const words = wordsIn(schema)
  if (words) return [...new Set(words.flatMap((word) => typeOfWord(word) ?? []))]
  if (['properties', 'required', 'additionalProperties'].some((key) => key in schema)) return ['object']
  if ('items' in schema || 'prefixItems' in schema) return ['array']
  return ['pattern', 'minLength', 'maxLength'].some((key) => key in schema) ? ['string'] : undefined
}

/** Whether a schema by itself lets null through; undefined where it does not care. */
export const letsNullThrough = (schema: JsonObject): boolean | undefined => {
  const { type } = schema
  if (schema.nullable === true) return true
  if (type !== undefined) return type === 'null' || (Array.isArray(type) && type.includes('null'))
  return wordsIn(schema)?.includes(null)
}
