import { type Instant, toIso } from '../../../mocks/world/instant.ts'
import type { Change, Comparison } from '../change.ts'
import type { Found } from '../found.ts'
import { gather } from '../gather.ts'
import { byGrade, worstOf } from '../grade.ts'
import { type ApiOperation, titleOf } from '../operations/operation.ts'
import type { Exchange } from './exchanges.ts'
import { sampleOf } from './sample.ts'

/** So many causes are told; traffic that goes wrong in more ways than these is no better understood by more of them. */
const mostCauses = 1000

/** Everything of one cause that was seen so far. */
interface Group {
  readonly operation: ApiOperation
  readonly found: Found
  readonly sample: string
  times: number
  first: Instant
  last: Instant
}

/** One cause: what was found, at the same place of the same operation; of what varies, every value is its own only where it is a word. */
const causeOf = (operation: ApiOperation, { rule, place, head }: Found): string =>
  JSON.stringify([titleOf(operation), rule, place, rule === 'response-enum-value-added' ? head?.value : null])

const changesOf = ({ operation, found, sample, times, first, last }: Group): readonly Change[] =>
  gather([{ operation, found }]).map((change) => ({
    ...change,
    seen: { times, first: toIso(first), last: toIso(last), sample },
  }))

/** What was found in traffic, counted by its causes: however much passes, what is kept has an end. */
export interface Tally {
  /** Says that an operation was seen, and what was found in one exchange of it. */
  add(exchange: Exchange, operation: ApiOperation, found: readonly Found[]): void
  told(): Comparison
}

/** Begins to count. */
export const openTally = (): Tally => {
  const groups = new Map<string, Group>()
  const operations = new Set<string>()
  const count = (exchange: Exchange, operation: ApiOperation, found: Found): void => {
    const cause = causeOf(operation, found)
    const { at } = exchange
    const group = groups.get(cause)
    if (group) {
      group.times += 1
      group.first = Math.min(group.first, at)
      group.last = Math.max(group.last, at)
    } else if (groups.size < mostCauses)
      groups.set(cause, {
        operation,
        found,
        sample: sampleOf(operation, exchange),
        times: 1,
        first: at,
        last: at,
      })
  }
  return {
    add: (exchange, operation, found) => {
      operations.add(titleOf(operation))
      for (const one of found) count(exchange, operation, one)
    },
    told: () => {
      const changes = [...groups.values()].flatMap(changesOf)
      return {
        worst: worstOf(changes.map(({ grade }) => grade)),
        changes: changes.toSorted((one, other) => one.rule.localeCompare(other.rule)).sort(byGrade),
        operations: [...operations],
        elsewhere: { operations: 0, changed: 0, broken: 0, worst: 'none' },
      }
    },
  }
}
