import type { Ask } from './ask.ts'
import type { Exchange } from './exchange.ts'
import { tellingsOf, transfersOf } from './of-ask.ts'
import type { Reading } from './reading.ts'
import type { Telling } from './telling.ts'

/** A link that ends so soon may be asked for anew. */
const soonMs = 60_000

/**
 * Whether an answer ends the polling: it plays, and for a while yet, or it never will. Where one part plays and another
 * is still to come, it is fair to stop and fair to go on.
 */
const isFinal = ({ links, clock }: Reading, { outcome, fair, exchange }: Telling, event: number): boolean => {
  if (exchange.received?.status !== 200 || fair.has('processing')) return false
  if (outcome.kind === 'deleted' || outcome.kind === 'failed') return true
  if (outcome.kind !== 'playable' || outcome.segments.some(({ state }) => state === 'processing'))
    return false
  const mine = links.filter((link) => link.exchange === exchange)
  return mine.every(({ dies }) => !dies || dies.earliest - soonMs > (clock[event] ?? 0))
}

/** The first question of a polling look that comes after its end; `undefined` where it ends as it should. */
export const askedAfterEnd = (reading: Reading, ask: Ask): Exchange | undefined => {
  const tellings = tellingsOf(reading, ask)
  const polled = tellings.findIndex(({ fair }) => fair.has('processing'))
  if (ask.op !== 'look' || polled < 0 || transfersOf(reading, ask).length > 0) return undefined
  return tellings.slice(polled + 1).find(({ exchange }, index, later) => {
    const before = later[index - 1]
    return (
      before !== undefined &&
      exchange.sentEvent > before.exchange.settledEvent &&
      isFinal(reading, before, exchange.sentEvent)
    )
  })?.exchange
}
