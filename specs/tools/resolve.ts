import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { isObject, type Json, type JsonObject, pointedAt } from '../../mocks/world/json.ts'

/** Finds what a local `$ref` means; anything else is returned as it is. */
export const follow = (
  document: JsonObject,
  value: Json | undefined,
  seen: readonly string[] = [],
): Json | undefined => {
  if (!isObject(value) || typeof value.$ref !== 'string') return value
  const target = value.$ref.startsWith('#/') ? pointedAt(document, value.$ref.slice(1)) : undefined
  if (target === undefined || seen.includes(value.$ref)) {
    throw new PlayheadError({
      code: 'bad-reference',
      act: `Cannot follow the reference ${shown(value.$ref)}: ${target === undefined ? 'nothing stands there' : 'it leads back to itself'}`,
      cure: 'Point it at a part of the same document that does not contain it.',
    })
  }
  return follow(document, target, [...seen, value.$ref])
}

/** Keywords whose values are maps from names to schemas, where no name is a keyword. */
const namedSchemas = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas'])
/** Keywords whose values are data, not schemas. */
const data = new Set(['const', 'enum', 'default', 'examples', 'required', 'type'])

/** What says nothing of a value: words for a reader, who finds them in the document. */
const annotations = new Set(['example', 'examples', 'description', 'title'])

/**
 * Writes a schema out with every local reference in its place, so that it stands alone. What OpenAPI adds to JSON
 * Schema (`x-…`, `example`) is left out, so that a strict validator takes it; and so are annotations, so that a browser
 * does not load them.
 * @throws PlayheadError `bad-reference`, also for a schema that contains itself.
 */
export const resolveSchema = (document: JsonObject, schema: Json, within: readonly string[] = []): Json => {
  if (Array.isArray(schema)) return schema.map((part) => resolveSchema(document, part, within))
  if (!isObject(schema)) return schema
  if (typeof schema.$ref === 'string') {
    const target = follow(document, schema, within)
    return resolveSchema(document, target ?? {}, [...within, schema.$ref])
  }
  const entries = Object.entries(schema)
    .filter(([key]) => !key.startsWith('x-') && !annotations.has(key))
    .map(([key, value]): [string, Json] => {
      if (data.has(key)) return [key, value]
      if (!namedSchemas.has(key) || !isObject(value)) return [key, resolveSchema(document, value, within)]
      const named = Object.entries(value).map(
        ([name, part]) => [name, resolveSchema(document, part, within)] as const,
      )
      return [key, Object.fromEntries(named)]
    })
  return Object.fromEntries(entries)
}
