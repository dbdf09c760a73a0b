import { defineRule, type Violation } from '../define.ts'
import { judging } from './judging.ts'
import { type Answered, answeredOf, atAnswer, kindOf } from './reading/answered.ts'
import { decisive, questionsOf, transfersOf } from './reading/of-ask.ts'
import { type Reading, readHistory } from './reading/reading.ts'
import { isRefused, saysExpired, showsRefused } from './reading/refusal.ts'
import { assumedWire, everyVendor } from './whom.ts'
import { download, trouble, witness } from './witness.ts'

const refusalsIn = (reading: Reading, ask: Answered) => transfersOf(reading, ask).filter(showsRefused)

/** The first try, and two more with new URLs. */
const mostTries = 3

const judge = (reading: Reading, ask: Answered): Violation | undefined => {
  const tries = transfersOf(reading, ask)
  const refusals = refusalsIn(reading, ask)
  // What broke off may have shown as the refusal it was: who asked for a new URL then has done so.
  const [first, last] = [tries.find(isRefused), refusals.at(-1)]
  if (!first || !last) return undefined
  const asked = questionsOf(reading, ask).some(({ sentEvent }) => sentEvent > first.receivedEvent)
  if (!asked)
    return atAnswer(
      ask,
      `refused by storage, it answered ${kindOf(ask)} without asking for a new URL`,
      'a new URL and another try',
    )
  const extra = refusals[mostTries]
  if (extra)
    return {
      event: extra.sentEvent,
      what: 'it tried a fourth URL',
      allowed: 'at most two new URLs, then `expired`',
    }
  const telling = decisive(reading, ask)
  const triedAgain = tries.some(({ sentEvent }) => sentEvent > first.receivedEvent)
  const now = reading.clock[ask.answer.event] ?? ask.answer.at
  const lives = reading.links.some(
    ({ exchange, segment, dies }) =>
      exchange === telling?.exchange && segment && (!dies || dies.earliest > now),
  )
  // Of a status that nobody explains a client may conclude that there is nothing to try.
  const plays = telling?.outcome.kind === 'playable' && !telling.fair.has(kindOf(ask))
  if (!triedAgain && lives && plays && ask.segment === undefined)
    return atAnswer(ask, 'it asked for a new URL and did not try it', 'another try with the new URL')
  // An end that storage does not name may be told as the refusal it was.
  const honest = saysExpired(last) && plays
  return honest && tries.at(-1) === last && kindOf(ask) !== 'expired'
    ? atAnswer(ask, `refused to the end, it answered ${kindOf(ask)}`, '`expired`')
    : undefined
}

export const refreshWhenTheUrlHasDied = defineRule({
  id: 'refresh-when-the-url-has-died',
  level: 'must',
  vendors: everyVendor,
  should: assumedWire,
  needs: ['download', 'wire'],
  says: "On storage's refusal of a URL: a new URL and another try, at most twice, then an honest `expired`.",
  basis: [
    { vendor: 'voqo', quote: 'Clients should handle unavailable/expired recording states gracefully' },
    { vendor: 'osvi', quote: 'fetch it on demand rather than storing it' },
  ],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [
      trouble({ kind: 'die-early' }, 1, 'storage'),
      download(),
      trouble({ kind: 'die-early' }, undefined, 'storage'),
      download(),
    ]),
  judge: (history) => {
    const reading = readHistory(history)
    return judging(
      answeredOf(reading, 'download').filter((ask) => ask.alone && refusalsIn(reading, ask).length > 0),
      (ask) => judge(reading, ask),
    )
  },
})
