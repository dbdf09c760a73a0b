import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import type { Exchange } from './reading/exchange.ts'
import { signedEnd } from './reading/link.ts'
import { toldBefore } from './reading/of-ask.ts'
import { type Reading, readHistory } from './reading/reading.ts'
import { assumedWire, everyVendor } from './whom.ts'
import { download, trouble, witness } from './witness.ts'

const slackMs = 1000

/** Time limits of clients are multiples of this; a cut after just such a time is not laid at the URL's end. */
const roundMs = 5000

/** The ends of a URL, by the world's clock: as signed, and as told. */
const endsOf = (reading: Reading, { url, sentEvent, sent, askedNow }: Exchange): readonly number[] => {
  const ahead = askedNow - sent.at
  const told = toldBefore(reading, url, sentEvent).flatMap(({ dies }) =>
    dies ? [dies.earliest - ahead, dies.latest - ahead] : [],
  )
  return [...told, ...[signedEnd(url)].flatMap((end) => end ?? [])]
}

const isRound = (ms: number): boolean => ms % roundMs === 0

export const letAnOpenStreamFinish = defineRule({
  id: 'let-an-open-stream-finish',
  level: 'must',
  vendors: everyVendor,
  should: assumedWire,
  needs: ['download'],
  says: 'A transfer under way at expiry is not cut by the client; only a reconnect needs a new URL.',
  basis: [{ quote: 'Expiry is judged once, when the request starts: a running transfer goes on.' }],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [trouble({ kind: 'trickle', bytesPerSecond: 1000 }, 1, 'storage'), download()], {
      lifetimeSeconds: 77,
    }),
  judge: (history) => {
    const reading = readHistory(history)
    const crossing = reading.exchanges.flatMap((exchange) => {
      const { sent, received, settled } = exchange
      if (!received || !settled || received.status > 299) return []
      const end = endsOf(reading, exchange).filter((at) => at > received.at && at <= settled.at + slackMs)
      const cancelled = reading.asks.some(
        (ask) => sent.during.includes(ask.ask) && ask.cancelled !== undefined,
      )
      return end.length > 0 && !cancelled ? { exchange, received, settled, ends: end } : []
    })
    return judging(crossing, ({ exchange, received, settled, ends }) => {
      const cut =
        settled.how === 'aborted' &&
        ends.some((at) => Math.abs(settled.at - at) <= slackMs) &&
        !isRound(settled.at - exchange.sent.at) &&
        !isRound(settled.at - received.at)
      return (
        cut && {
          event: exchange.settledEvent,
          what: 'it cut a running transfer when the URL expired',
          allowed: 'to read on: a URL needs to be alive only when the request starts',
        }
      )
    })
  },
})
