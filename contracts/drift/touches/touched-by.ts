import type { Touched } from '../change.ts'
import { type ApiOperation, wirePath } from '../operations/operation.ts'
import type { RuleId } from '../rules/index.ts'
import { leanings } from './leaning-rules.ts'
import { type VendorReads, vendorReads } from './vendor-reads.ts'

/** One difference, as far as it matters to what leans on it. */
export interface Touch {
  readonly operation: ApiOperation | undefined
  readonly rule: RuleId
  readonly place: readonly string[]
}

const vendorOf = ({ method, path }: ApiOperation): VendorReads | undefined =>
  Object.values(vendorReads).find(({ operations }) => operations.includes(`${method} ${wirePath(path)}`))

const additions: ReadonlySet<RuleId> = new Set([
  'response-property-added',
  'response-closed-object-extended',
  'response-object-opened',
])

const rulesFor = ({ operation, rule, place }: Touch): readonly string[] => {
  // The rules are about recordings: what another operation does is nothing to them.
  if (!operation || !vendorOf(operation)) return []
  const fields = place.filter((one) => one.startsWith('.') || one === '[]')
  // Of fields the innermost is what changed; a status or a key stands anywhere.
  const steps = [...place.filter((one) => !fields.includes(one)), ...fields.slice(-1)]
  const leaning = leanings
    .filter(({ step }) => steps.some((one) => step.test(one)))
    .flatMap(({ rules }) => rules)
  return [
    ...(additions.has(rule) ? ['tolerate-additions'] : leaning),
    ...(rule === 'quantity-changed' ? ['read-the-lifetime'] : []),
  ]
}

const filesFor = ({ operation, place }: Touch): readonly string[] => {
  const reads = operation && vendorOf(operation)
  const fields = place.filter((step) => step.startsWith('.')).map((step) => step.slice(1))
  // What names no field (a status, a key, a server) concerns all of the vendor.
  const isRead = reads && (fields.length === 0 || reads.fields.includes(fields.at(-1) ?? ''))
  return isRead ? [reads.file] : []
}

/** What of ours leans on what some differences touch. */
export const touchedBy = (touches: readonly Touch[]): Touched => ({
  rules: [...new Set(touches.flatMap(rulesFor))].sort(),
  files: [...new Set(touches.flatMap(filesFor))].sort(),
})

/** The behaviour rules that lean on a field of some name, as a page tells of it. */
export const rulesOnField = (name: string): readonly string[] =>
  leanings.filter(({ step }) => step.test(`.${name}`)).flatMap(({ rules }) => rules)
