import { PlayheadError } from '../../../mocks/world/error.ts'
import { toIso } from '../../../mocks/world/instant.ts'
import type { Change, Comparison, Seen } from '../change.ts'
import type { ApiDocument } from '../document/api-document.ts'
import type { Found } from '../found.ts'
import { gather } from '../gather.ts'
import { byGrade, worstOf } from '../grade.ts'
import { type ApiOperation, operationsIn, titleOf, wirePath } from '../operations/operation.ts'
import { checkExchange } from './check-exchange.ts'
import type { Exchange } from './exchanges.ts'
import { brokenLifetimes } from './lifetimes.ts'

interface Observed {
  readonly exchange: Exchange
  readonly operation: ApiOperation
  readonly found: Found
}

/** The operation of a document that a path means. */
const operationFor = (
  document: ApiDocument,
  { vendor, method, path }: Exchange,
): ApiOperation | undefined => {
  const local = path.split('?')[0]?.replace(new RegExp(`^/${vendor?.id}(?=/)`), '') ?? ''
  const fits = (one: ApiOperation): boolean =>
    new RegExp(
      `^${wirePath(one.path)
        .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
        .replaceAll('{}', '[^/]+')}$`,
    ).test(local)
  return operationsIn(document).find((one) => one.method === method && fits(one))
}

/** One cause: what was found, at the same place of the same operation; of what varies, every value is its own only where it is a word. */
const causeOf = ({ operation, found: { rule, place, head } }: Observed): string =>
  JSON.stringify([titleOf(operation), rule, place, rule === 'response-enum-value-added' ? head?.value : null])

const seenIn = (all: readonly Observed[]): Seen => {
  const times = all.map(({ exchange }) => exchange.at).sort((one, other) => one - other)
  const [first = 0] = times
  return { times: all.length, first: toIso(first), last: toIso(times.at(-1) ?? first) }
}

const changeOf = (group: readonly [Observed, ...Observed[]]): readonly Change[] => {
  const [{ operation, found }] = group
  return gather([{ operation, found }]).map((change) => ({ ...change, seen: seenIn(group) }))
}

/**
 * Checks one vendor's traffic against its document.
 * @throws PlayheadError `nothing-observed` where none of it was the vendor's
 */
export const checkTraffic = (
  vendor: string,
  document: ApiDocument,
  exchanges: readonly Exchange[],
): Comparison => {
  const mine = exchanges.flatMap((exchange) => {
    const operation = exchange.vendor?.id === vendor ? operationFor(document, exchange) : undefined
    return operation ? [{ exchange, operation }] : []
  })
  if (mine.length === 0)
    throw new PlayheadError({
      code: 'nothing-observed',
      act: `Cannot tell whether ${vendor} moved: not one exchange with it was seen to its end`,
      cure: 'Record traffic that asks for recordings, with the bodies of the answers.',
    })
  const operations = new Map(mine.map(({ exchange, operation }) => [exchange, operation]))
  const observed: readonly Observed[] = [
    ...mine.flatMap(({ exchange, operation }) =>
      checkExchange(document, operation, exchange).map((found) => ({ exchange, operation, found })),
    ),
    ...brokenLifetimes(exchanges).flatMap(({ exchange, found }) => {
      const operation = operations.get(exchange)
      return operation ? [{ exchange, operation, found }] : []
    }),
  ]
  const groups = Map.groupBy(observed, causeOf)
  const changes = [...groups.values()].flatMap((group) => changeOf(group as [Observed, ...Observed[]]))
  return {
    worst: worstOf(changes.map(({ grade }) => grade)),
    changes: changes.toSorted((one, other) => one.rule.localeCompare(other.rule)).sort(byGrade),
    operations: [...new Set(mine.map(({ operation }) => titleOf(operation)))],
    elsewhere: { operations: 0, changed: 0, broken: 0, worst: 'none' },
  }
}
