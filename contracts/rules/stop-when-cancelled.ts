import { defineRule } from '../define.ts'
import type { Step } from '../step.ts'
import { judging } from './judging.ts'
import type { Ask } from './reading/ask.ts'
import type { Exchange } from './reading/exchange.ts'
import { type Reading, readHistory } from './reading/reading.ts'
import { assumedWire, everyVendor } from './whom.ts'
import { download, look, pass, replies, trouble, witness } from './witness.ts'

/** Whether it asks what an ask asks, for the same account. */
const isFor = ({ id, account }: Exchange, ask: Ask): boolean =>
  id === ask.id && (account === undefined || account === ask.account)

/** Whether a request was sent for an ask alone: while only it was open, or when nobody ever wanted to know but who left. */
const isOnlyFor = ({ asks }: Reading, ask: Ask, exchange: Exchange): boolean => {
  const { during } = exchange.sent
  if (during.length > 0) return during.every((open) => open === ask.ask)
  const before = asks.filter(({ first }) => first < exchange.sentEvent)
  return isFor(exchange, ask) && before.every((one) => !isFor(exchange, one) || one.cancelled !== undefined)
}

export const stopWhenCancelled = defineRule({
  id: 'stop-when-cancelled',
  level: 'should',
  vendors: everyVendor,
  should: assumedWire,
  needs: ['wire', 'cancel'],
  says: 'After an abort no further request is sent and the call settles.',
  basis: [{ quote: 'DOM standard, AbortSignal: an aborted operation stops and rejects.' }],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [
      trouble({ kind: 'silence' }),
      ...[look, download, ...(vendor === 'voqo' ? [replies] : [])].flatMap((ask): readonly Step[] => [
        ask({ overlap: true }),
        { do: 'cancel' },
        { do: 'settle' },
      ]),
      // What is still under way by now would be given up, and tried again.
      pass(60_000),
    ]),
  judge: (history) => {
    const reading = readHistory(history)
    return judging(
      reading.asks.flatMap((ask) => (ask.cancelled === undefined ? [] : { ask, cancelled: ask.cancelled })),
      ({ ask, cancelled }) => {
        if (ask.hung !== undefined)
          return {
            event: ask.hung,
            what: 'it never settled after it was cancelled',
            allowed: 'an end, at once',
          }
        const further = reading.exchanges.find(
          (exchange) =>
            !exchange.follows && exchange.sentEvent > cancelled && isOnlyFor(reading, ask, exchange),
        )
        return (
          further && {
            event: further.sentEvent,
            what: 'it sent a request after it was cancelled',
            allowed: 'no further request',
          }
        )
      },
    )
  },
})
