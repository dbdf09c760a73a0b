import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { answeredOf, atAnswer, playableOf } from './reading/answered.ts'
import { toldBefore } from './reading/of-ask.ts'
import { readHistory } from './reading/reading.ts'
import { keyedVendors } from './whom.ts'
import { look, witness } from './witness.ts'

export const keepAccountsApart = defineRule({
  id: 'keep-accounts-apart',
  level: 'must',
  vendors: keyedVendors,
  needs: ['look'],
  says: 'Nothing fetched with one credential is ever returned to another.',
  basis: [{ vendor: 'quo', from: 'reported', quote: "404 for another workspace's id" }],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [
      { do: 'hold', role: 'api' },
      look({ overlap: true }),
      look({ overlap: true, account: 'foreign' }),
      { do: 'deliver' },
      { do: 'settle' },
      look(),
      look({ account: 'foreign' }),
    ]),
  judge: (history) => {
    const reading = readHistory(history)
    // Only where somebody else has asked for the same call is there something to mix up.
    const shared = answeredOf(reading, 'look', 'download').filter((ask) =>
      reading.asks.some(
        ({ id, account, first }) => id === ask.id && account !== ask.account && first < ask.last,
      ),
    )
    const isForeign = (url: string, account: string, event: number): boolean => {
      const told = toldBefore(reading, url, event)
      return (
        told.length > 0 &&
        told.every(({ exchange }) => exchange.account !== undefined && exchange.account !== account)
      )
    }
    return judging(shared, (ask) => {
      const url = playableOf(ask)?.segments.find(
        (one) => one.url && isForeign(one.url, ask.account, ask.last),
      )?.url
      if (url)
        return atAnswer(
          ask,
          `it gave ${ask.account} a URL that only another account was told`,
          'what its own key was told',
        )
      const fetched = reading.exchanges.find(
        ({ sent, url: asked, sentEvent }) =>
          sent.during.length === 1 &&
          sent.during.includes(ask.ask) &&
          isForeign(asked, ask.account, sentEvent),
      )
      return (
        fetched && {
          event: fetched.sentEvent,
          what: `it fetched for ${ask.account} a URL that only another account was told`,
          allowed: 'a URL that its own key was told',
        }
      )
    })
  },
})
