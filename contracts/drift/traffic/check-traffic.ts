import { PlayheadError } from '../../../mocks/world/error.ts'
import type { Comparison } from '../change.ts'
import type { ApiDocument } from '../document/api-document.ts'
import type { ApiOperation } from '../operations/operation.ts'
import { checkExchange } from './check-exchange.ts'
import { openCoverage } from './coverage.ts'
import type { Exchange } from './exchanges.ts'
import { operationFinder } from './find-operation.ts'
import { openLifetimes } from './lifetimes.ts'
import { openTally } from './tally.ts'

/**
 * Checks one vendor's traffic against its document.
 * @throws PlayheadError `nothing-observed` where none of it was the vendor's
 */
export const checkTraffic = (
  vendor: string,
  document: ApiDocument,
  exchanges: readonly Exchange[],
): Comparison => {
  const find = operationFinder(document)
  const operationOf = (exchange: Exchange): ApiOperation | undefined =>
    exchange.vendor?.id === vendor ? find(exchange) : undefined
  const mine = exchanges.flatMap((exchange) => {
    const operation = operationOf(exchange)
    return operation ? [{ exchange, operation }] : []
  })
  if (mine.length === 0)
    throw new PlayheadError({
      code: 'nothing-observed',
      act: `Cannot tell whether ${vendor} moved: not one exchange with it was seen to its end`,
      cure: 'Record traffic that asks for recordings, with the bodies of the answers.',
    })
  const tally = openTally()
  const coverage = openCoverage(document)
  for (const { exchange, operation } of mine) {
    tally.add(exchange, operation, checkExchange(document, operation, exchange))
    coverage.see(operation, exchange)
  }
  const lifetimes = openLifetimes()
  for (const { exchange, found } of exchanges.flatMap(lifetimes.see)) {
    const operation = operationOf(exchange)
    if (operation) tally.add(exchange, operation, [found])
  }
  return { ...tally.told(), unseen: coverage.unseen() }
}
