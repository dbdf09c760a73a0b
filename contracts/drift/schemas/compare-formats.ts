import type { RuleId } from '../rules/index.ts'
import type { Alternative } from '../shape/shape.ts'
import { type Check, saidIn, spotOf } from './scope.ts'

/** Formats that a wider one holds. */
const wider: Readonly<Record<string, readonly string[]>> = {
  uri: ['uri-reference', 'iri', 'iri-reference'],
  'uri-reference': ['iri-reference'],
  iri: ['iri-reference'],
  email: ['idn-email'],
  hostname: ['idn-hostname'],
}

/** Formats by which a client decides how to read a value: without them it reads something else. */
const decisive = new Set(['date-time', 'date', 'time', 'duration', 'int32', 'float', 'byte', 'binary'])

const known = new Set([
  ...decisive,
  ...Object.keys(wider),
  ...Object.values(wider).flat(),
  'uuid',
  'ipv4',
  'ipv6',
  'json-pointer',
  'regex',
  'uri-template',
])

/** Formats that say no more than the type does. */
const empty = new Set(['int64', 'double', 'password', ''])

const formatOf = (one: Alternative): string | undefined =>
  saidIn(one, 'format').find((format): format is string => typeof format === 'string' && !empty.has(format))

const ruleFor = (answered: boolean, before: string | undefined, after: string | undefined): RuleId => {
  // Nobody can tell what a format of the vendor's own asks for.
  if ([before, after].some((format) => format !== undefined && !known.has(format)))
    return 'unknown-keyword-changed'
  const holds = (one?: string, other?: string) =>
    one === undefined || (other !== undefined && wider[other]?.includes(one) === true)
  if (answered) {
    if (holds(before, after)) return 'response-format-narrowed'
    return after === undefined && !decisive.has(before ?? '')
      ? 'response-format-loosened'
      : 'response-format-changed'
  }
  return holds(after, before) ? 'request-format-loosened' : 'request-format-changed'
}

/** Compares the formats of values. */
export const compareFormats: Check = ({ direction }, base, head) => {
  const before = formatOf(base)
  const after = formatOf(head)
  if (before === after) return []
  const rule = ruleFor(direction === 'response', before, after)
  return [{ rule, place: [], base: spotOf(base, 'format', before), head: spotOf(head, 'format', after) }]
}
