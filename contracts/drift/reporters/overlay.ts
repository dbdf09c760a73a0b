import type { Json, JsonObject } from '../../../mocks/world/json.ts'
import type { Change } from '../change.ts'
import type { DriftSubject } from '../drift-report.ts'
import type { RuleId } from '../rules/index.ts'
import type { DriftReporter } from './drift-reporter.ts'
import { seenText } from './words.ts'

/** What would bring a document to what was seen: where, and what is merged in there. */
interface Patch {
  readonly pointer: string
  readonly update: Json
}

/** Writes the patch of a change by the pointer of what the document says, and what came in its place. */
type Patcher = (pointer: string, came: Json) => Patch | undefined

const reason = { 'x-assumed': true, 'x-reason': 'Seen in traffic, and described nowhere.' }

const field: Patcher = (pointer, came) =>
  pointer.endsWith('/properties') ? { pointer, update: { [String(came)]: reason } } : undefined

const status: Patcher = (pointer, came) => ({
  pointer,
  update: { responses: { [String(came)]: { description: 'Seen in traffic.', ...reason } } },
})

/** The changes that can be written as an addition; what a document says too much must be thought about. */
const patchers: Readonly<Partial<Record<RuleId, Patcher>>> = {
  'response-enum-value-added': (pointer, came) =>
    pointer.endsWith('/enum') ? { pointer, update: came } : undefined,
  'response-property-added': field,
  'response-closed-object-extended': field,
  'error-status-added': status,
  'unlike-success-status-added': status,
  'undocumented-parameter-sent': (pointer, came) => ({
    pointer,
    update: { parameters: [{ name: came, in: 'query', schema: { type: 'string' }, ...reason }] },
  }),
}

/** Under these a number is a place in a list; under others, such as `responses`, it is a name. */
const lists = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems', 'parameters'])

const pathOf = (pointer: string): string =>
  `$${pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step, n, all) =>
      lists.has(all[n - 1] ?? '') && /^\d+$/.test(step)
        ? `[${step}]`
        : `['${step.replace(/[\\']/g, '\\$&')}']`,
    )
    .join('')}`

const actionOf = ({ rule, says, base, head, seen }: Change): readonly JsonObject[] => {
  const patch =
    seen && base && head?.value !== undefined ? patchers[rule]?.(base.pointer, head.value as Json) : undefined
  return patch && seen
    ? [{ target: pathOf(patch.pointer), description: `${says}: ${seenText(seen)}.`, update: patch.update }]
    : []
}

const overlayOf = ({ vendor, head, comparison }: DriftSubject): JsonObject => ({
  overlay: '1.0.0',
  info: { title: `What ${vendor ?? 'the API'} does beside its document, by ${head}`, version: '1.0.0' },
  actions: comparison.changes.flatMap(actionOf),
})

/** A suggestion for the document: what traffic showed and it does not describe, as far as it can be added. */
export const overlay: DriftReporter = {
  summary: 'Of traffic, an OpenAPI Overlay 1.0 that adds what was seen: a list of them for several vendors.',
  mostPlaces: 1,
  render: ({ subjects }) => {
    const [first, ...others] = subjects.map(overlayOf)
    return JSON.stringify(others.length === 0 ? first : [first, ...others], null, 2)
  },
}
