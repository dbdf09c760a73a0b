import { isObject, type Json } from '../../../mocks/world/json.ts'
import type { ApiDocument } from '../document/api-document.ts'
import { type Located, under } from '../document/located.ts'
import { type Found, within } from '../found.ts'
import type { RuleId } from '../rules/index.ts'
import { saidIn, spotOf } from '../schemas/scope.ts'
import { weightOf } from '../schemas/weigh.ts'
import type { Alternative } from '../shape/shape.ts'
import { shapeOf } from '../shape/shape-of.ts'
import { enveloped } from './enveloped.ts'
import { promisedBy } from './promised.ts'
import { redacted } from './redacted.ts'

const typeOf = (value: Json): string => {
  if (Array.isArray(value)) return 'array'
  if (isObject(value)) return 'object'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}

const takes = ({ type }: Alternative, given: string): boolean =>
  type === 'any' || type === given || (type === 'number' && given === 'integer')

const told = (rule: RuleId, kind: Alternative, keyword: string, value: Json, base?: Json): Found => ({
  rule,
  place: [],
  base: spotOf(kind, keyword, base),
  head: { at: '', value },
})

const inWords = (kind: Alternative, value: Json): readonly Found[] => {
  const { words } = kind
  if (!words || words.some((word) => JSON.stringify(word) === JSON.stringify(value))) return []
  return words.length === 1
    ? [told('response-constant-changed', kind, 'const', value, words[0])]
    : [told('response-enum-value-added', kind, 'enum', value)]
}

const matches = (pattern: string, value: string): boolean => {
  try {
    return new RegExp(pattern, 'u').test(value)
  } catch {
    return true
  }
}

const formats: Readonly<Record<string, RegExp>> = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i,
  date: /^\d{4}-\d\d-\d\d$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
}

const inText = (kind: Alternative, value: Json): readonly Found[] => {
  if (typeof value !== 'string') return []
  const formed = saidIn(kind, 'format').every((format) => formats[String(format)]?.test(value) ?? true)
  const matched = saidIn(kind, 'pattern').every((pattern) => matches(String(pattern), value))
  return [
    ...(formed
      ? []
      : [told('response-format-changed', kind, 'format', redacted(value), saidIn(kind, 'format')[0])]),
    ...(matched
      ? []
      : [told('response-pattern-changed', kind, 'pattern', redacted(value), saidIn(kind, 'pattern')[0])]),
  ]
}

/** Tells what of a value its schema did not promise, in the words that documents are compared in. */
export const misfitsOf = (
  document: ApiDocument,
  value: Json,
  schemas: readonly Located[],
): readonly Found[] => {
  const shape = shapeOf(document, schemas)
  if (value === null)
    return shape.nullable
      ? []
      : [{ rule: 'response-became-nullable', place: [], base: { at: shape.at }, head: { at: '', value } }]
  const given = typeOf(value)
  const kinds = shape.alternatives.filter((kind) => takes(kind, given))
  // Of a choice the kind that fits best is meant.
  const [best] = kinds
    .map((kind) => ({ kind, found: inKind(document, kind, value) }))
    .sort((one, other) => weightOf(one.found) - weightOf(other.found))
  const types = [...new Set(shape.alternatives.map(({ type }) => type))]
  if (!best)
    return [
      {
        rule: 'response-type-changed',
        place: [],
        base: { at: shape.at, value: types },
        head: { at: '', value: given },
      },
    ]
  return isObject(value)
    ? enveloped({ ...best, value, promised: promisedBy(document, best.kind) })
    : best.found
}

const inKind = (document: ApiDocument, kind: Alternative, value: Json): readonly Found[] => [
  ...inWords(kind, value),
  ...inText(kind, value),
  ...inFields(document, kind, value),
  ...(Array.isArray(value) ? inItems(document, kind, value) : []),
]

const inItems = (document: ApiDocument, kind: Alternative, values: readonly Json[]): readonly Found[] => {
  const items = kind.parts.flatMap((part) => ('items' in part.value ? [under(part, 'items')] : []))
  return items.length === 0
    ? []
    : within(
        '[]',
        values.flatMap((value) => misfitsOf(document, value, items)),
      )
}

const inFields = (document: ApiDocument, kind: Alternative, value: Json): readonly Found[] => {
  if (!isObject(value)) return []
  const { described, required, others } = promisedBy(document, kind)
  const missing = [...required].filter((name) => !Object.hasOwn(value, name))
  const present = Object.entries(value).flatMap(([name, one]): readonly Found[] => {
    const schemas = described.get(name) ?? (others || undefined)
    if (schemas) return within(`.${name}`, misfitsOf(document, one, schemas))
    const rule = others === false ? 'response-closed-object-extended' : 'response-property-added'
    // An object of which nothing is described may hold anything.
    return described.size === 0 && others === undefined
      ? []
      : [{ ...told(rule, kind, 'properties', name), place: [`.${name}`] }]
  })
  return [
    ...missing.map(
      (name): Found => ({
        rule: 'response-required-property-removed',
        place: [`.${name}`],
        base: spotOf(kind, 'required', name),
      }),
    ),
    ...present,
  ]
}
