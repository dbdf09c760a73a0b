import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { answeredOf, atAnswer, playableOf } from './reading/answered.ts'
import { toldBefore, transfersOf } from './reading/of-ask.ts'
import { readHistory } from './reading/reading.ts'
import { showsRefused } from './reading/refusal.ts'
import { assumedWire, everyVendor } from './whom.ts'
import { download, look, trouble, witness } from './witness.ts'

export const believeStorageOverTheClock = defineRule({
  id: 'believe-storage-over-the-clock',
  level: 'must',
  vendors: everyVendor,
  should: assumedWire,
  needs: ['download'],
  says: 'A URL refused before its stated end is treated as dead.',
  basis: [{ quote: "A URL dies with its signer's own session, whatever lifetime was told." }],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [
      look(),
      trouble({ kind: 'die-early' }, undefined, 'storage'),
      download(),
      { do: 'clock', to: { goal: 'by', ms: 2000 } },
      look(),
    ]),
  judge: (history) => {
    const reading = readHistory(history)
    const refusals = reading.exchanges.filter(showsRefused)
    const after = answeredOf(reading, 'look', 'download').filter(
      (ask) =>
        ask.alone &&
        refusals.some(
          ({ url, receivedEvent }) =>
            receivedEvent < ask.first &&
            reading.links.some((link) => link.url === url && link.exchange.id === ask.id),
        ),
    )
    // Told again after the refusal, it may be tried again.
    const isDead = (url: string, event: number): boolean =>
      refusals.some(
        (refusal) =>
          refusal.url === url &&
          refusal.receivedEvent < event &&
          !toldBefore(reading, url, event).some(
            ({ exchange }) => exchange.settledEvent > refusal.receivedEvent,
          ),
      )
    return judging(after, (ask) => {
      const handed = playableOf(ask)?.segments.some(({ url }) => url && isDead(url, ask.answer.event))
      if (handed)
        return atAnswer(ask, 'it handed out a URL that storage had refused', 'a new URL, or another outcome')
      const tried = transfersOf(reading, ask).find(
        ({ url, sentEvent, follows }) => !follows && isDead(url, sentEvent),
      )
      return (
        tried && {
          event: tried.sentEvent,
          what: 'it tried a URL again that storage had refused',
          allowed: 'a new URL',
        }
      )
    })
  },
})
