import { recordingStatuses } from '../../../mocks/world/recording.ts'
import { linkable } from '../../../mocks/world/view.ts'
import type { Cell } from './confined.ts'
import { onlyOfStorage } from './met.ts'

/** Why no rule has anything to judge in some cells, and none can have. */
export interface Unreachable {
  readonly id: string
  readonly reason: string
  readonly covers: (cell: Cell) => boolean
}

/** The states in which no vendor hands out a link. */
const withoutLink: ReadonlySet<string> = new Set([
  ...recordingStatuses.filter((status) => !linkable.has(status)),
  ...(linkable.has(null) ? [] : ['of unknown status']),
  'link none',
  'without segments',
  'unknown call',
])

/** What is out of reach; a test proves each of them. */
export const unreachables: readonly Unreachable[] = [
  {
    id: 'storage-never-asked',
    reason:
      'Only storage can refuse a link early or send other bytes, and for a recording without a link nobody has anything to ask storage for.',
    covers: ({ state, trouble }) => onlyOfStorage.has(trouble) && withoutLink.has(state),
  },
]

/** Why a cell is out of reach; `undefined` where it is not. */
export const reasonFor = (cell: Cell): Unreachable | undefined =>
  unreachables.find(({ covers }) => covers(cell))
