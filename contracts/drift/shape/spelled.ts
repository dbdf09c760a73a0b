import { isObject, type Json } from '../../../mocks/world/json.ts'
import { type ApiDocument, targetOf } from '../document/api-document.ts'
import { tangled } from '../document/tangled.ts'

const forPeople = new Set(['title', 'description', 'example', 'examples', 'externalDocs', '$comment'])

/** Keywords under which stand names of the schema's own. */
const named = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs'])

/** Longer than what any keyword holds that somebody wrote. */
const longest = 5_000_000

const written = (
  document: ApiDocument,
  value: Json | undefined,
  seen: readonly string[],
  isNames: boolean,
): string => {
  const text = spelledOut(document, value, seen, isNames)
  if (text.length > longest) throw tangled(document)
  return text
}

const spelledOut = (
  document: ApiDocument,
  value: Json | undefined,
  seen: readonly string[],
  isNames: boolean,
): string => {
  if (Array.isArray(value)) return `[${value.map((one) => written(document, one, seen, false)).join()}]`
  if (!isObject(value)) return JSON.stringify(value) ?? 'undefined'
  const { $ref } = value
  if (!isNames && typeof $ref === 'string' && $ref.startsWith('#'))
    return seen.includes($ref)
      ? JSON.stringify({ $ref })
      : written(document, targetOf(document, $ref).value, [...seen, $ref], false)
  const entries = Object.entries(value)
    .filter(([key]) => isNames || !forPeople.has(key))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${written(document, one, seen, !isNames && named.has(key))}`)
  return `{${entries.join()}}`
}

/**
 * A value in one spelling: keys in order, references followed until they come back to themselves, and without what only
 * people read. Equal texts mean equal values.
 */
export const spelled = (document: ApiDocument, value: Json | undefined): string =>
  written(document, value, [], false)
