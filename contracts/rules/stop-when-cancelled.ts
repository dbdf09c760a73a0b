import { defineRule } from '../define.ts'
import type { Step } from '../step.ts'
import { judging } from './judging.ts'
import { readHistory } from './reading/reading.ts'
import { assumedWire, everyVendor } from './whom.ts'
import { download, look, replies, trouble, witness } from './witness.ts'

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
    ]),
  judge: (history) => {
    const { asks, exchanges } = readHistory(history)
    return judging(
      asks.flatMap((ask) => (ask.cancelled === undefined ? [] : { ask, cancelled: ask.cancelled })),
      ({ ask, cancelled }) => {
        if (ask.hung !== undefined)
          return {
            event: ask.hung,
            what: 'it never settled after it was cancelled',
            allowed: 'an end, at once',
          }
        const further = exchanges.find(
          ({ sent, sentEvent, follows }) =>
            !follows && sentEvent > cancelled && sent.during.length === 1 && sent.during.includes(ask.ask),
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
