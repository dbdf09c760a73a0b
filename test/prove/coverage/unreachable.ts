import type { Rule } from '../../../contracts/define.ts'
import type { Vendor } from '../../../mocks/vendors/define.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { recordingStatuses } from '../../../mocks/world/recording-status.ts'
import { linkable } from '../../../mocks/world/view.ts'
import type { Cell } from './confined.ts'
import { onlyOfStorage } from './met.ts'

/** Why no rule has anything to judge in some cells, and none can have. */
export interface Unreachable {
  readonly id: string
  readonly reason: string
  readonly covers: (cell: Cell, rule: Rule) => boolean
}

/** The states in which no vendor hands out a link. */
const withoutLink: ReadonlySet<string> = new Set([
  ...recordingStatuses.filter((status) => !linkable.has(status)),
  ...(linkable.has(null) ? [] : ['of unknown status']),
  'link none',
  'without segments',
  'unknown call',
])

/** Covers a state in which some vendors give no link, for the rules that are for no others. */
const onlyAt =
  (state: string, isWithout: (vendor: Vendor) => boolean): Unreachable['covers'] =>
  (cell, rule) =>
    cell.state === state &&
    onlyOfStorage.has(cell.trouble) &&
    vendors.every((vendor) => isWithout(vendor) || !rule.vendors.includes(vendor.id))

/** What is out of reach; a test proves each of them. */
export const unreachables: readonly Unreachable[] = [
  {
    id: 'storage-never-asked',
    reason:
      'Only storage can refuse a link early or send other bytes, and for a recording without a link nobody has anything to ask storage for.',
    covers: ({ state, trouble }) => onlyOfStorage.has(trouble) && withoutLink.has(state),
  },
  {
    id: 'strangers-get-no-link',
    reason:
      "A vendor that asks for a key gives nobody a link to another account's recording; the rules that are for such vendors alone have nothing to judge beside storage's trouble.",
    covers: onlyAt("another account's", ({ credential }) => credential !== undefined),
  },
  {
    id: 'gone-sources-get-no-link',
    reason:
      'Voqo says that a source is gone in place of a link, so that the rules for Voqo alone have nothing to judge there.',
    covers: onlyAt('source gone', ({ id }) => id === 'voqo'),
  },
]

/** Why a rule is out of reach in a cell, as a thread can tell it; `undefined` where it is not. */
export const reasonFor = (cell: Cell, rule: Rule): Pick<Unreachable, 'id' | 'reason'> | undefined => {
  const found = unreachables.find(({ covers }) => covers(cell, rule))
  return found && { id: found.id, reason: found.reason }
}
