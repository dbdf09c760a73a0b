import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { readHistory } from './reading/reading.ts'
import { assumedWire, everyVendor } from './whom.ts'
import { look, witness } from './witness.ts'

export const refreshOnceForAll = defineRule({
  id: 'refresh-once-for-all',
  level: 'should',
  vendors: everyVendor,
  should: assumedWire,
  needs: ['wire', 'concurrency'],
  says: 'Concurrent asks for one recording share one request.',
  basis: [
    { quote: 'A player that comes back after expiry asks many times at once; one new URL serves all.' },
  ],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [
      { do: 'hold', role: 'api' },
      look({ overlap: true }),
      look({ overlap: true }),
      { do: 'deliver' },
      { do: 'settle' },
    ]),
  judge: (history) => {
    const { asks, exchanges } = readHistory(history)
    const questions = exchanges.filter(({ follows }) => !follows)
    // An ask that comes while an answer to the same question is on its way has nothing to send.
    const joining = asks.flatMap((ask) => {
      // Two accounts are two clients: they share nothing.
      const isMixed = asks.some(({ id, account }) => id === ask.id && account !== ask.account)
      if (ask.op === 'replies' || isMixed) return []
      const open = questions.find(
        ({ id, asks: about, sentEvent, settledEvent }) =>
          id === ask.id && about === 'recording' && sentEvent < ask.first && settledEvent > ask.first,
      )
      return open ? { ask, open } : []
    })
    return judging(joining, ({ ask, open }) => {
      const own = questions.find(
        ({ id, asks: about, sentEvent }) =>
          id === ask.id &&
          about === 'recording' &&
          sentEvent > ask.first &&
          sentEvent < Math.min(open.settledEvent, ask.last),
      )
      return (
        own && {
          event: own.sentEvent,
          what: 'it asked while the same question was open',
          allowed: 'one request for both',
        }
      )
    })
  },
})
