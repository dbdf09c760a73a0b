import { formatDuration } from '../../mocks/world/duration.ts'
import { defineRule, type Violation } from '../define.ts'
import { judging } from './judging.ts'
import { type Answered, answeredOf, atAnswer, playableOf } from './reading/answered.ts'
import { toldBefore } from './reading/of-ask.ts'
import { type Reading, readHistory } from './reading/reading.ts'
import { assumedWire, everyVendor } from './whom.ts'
import { look, toLinkEnd, witness } from './witness.ts'

/** How a URL that was handed out is dead, by all that the client was told of it; `undefined` while it lives. */
const whyDead = (reading: Reading, ask: Answered, url: string): string | undefined => {
  const told = toldBefore(reading, url, ask.answer.event)
  // Of several tellings the last to end counts, and one without a lifetime is worth the call that obtained it.
  if (told.length === 0 || told.some(({ exchange, dies }) => !dies && exchange.settledEvent > ask.first))
    return undefined
  const ends = told.flatMap(({ dies }) => (dies ? [dies.latest] : []))
  if (ends.length === 0) return 'was obtained for an earlier call, and nobody told how long it lives'
  const over = (reading.clock[ask.answer.event] ?? ask.answer.at) - Math.max(...ends)
  return over < 0 ? undefined : `died ${over === 0 ? 'at this instant' : `${formatDuration(over)} ago`}`
}

const judge = (reading: Reading, ask: Answered): Violation | undefined => {
  for (const { url } of playableOf(ask)?.segments ?? []) {
    const why = url ? whyDead(reading, ask, url) : undefined
    if (why)
      return atAnswer(ask, `it handed out a URL that ${why}`, 'a URL that is still alive, or another outcome')
  }
  return undefined
}

export const neverHandOutADeadUrl = defineRule({
  id: 'never-hand-out-a-dead-url',
  level: 'must',
  vendors: everyVendor,
  should: assumedWire,
  needs: ['look'],
  says: 'A playable outcome carries a URL that still plays when it is returned, within what the vendor told.',
  basis: [
    { vendor: 'osvi', quote: 'fetch it on demand rather than storing it' },
    { vendor: 'voqo', quote: 'do not assume perpetual URL validity' },
  ],
  since: '1.0.0',
  witness: (vendor) =>
    witness(
      vendor,
      [
        look(),
        toLinkEnd(),
        look(),
        toLinkEnd(),
        // The answer comes in when its link is over.
        { do: 'hold', role: 'api' },
        look({ overlap: true }),
        toLinkEnd(),
        { do: 'deliver' },
        { do: 'settle' },
      ],
      { lifetimeSeconds: 5 },
    ),
  judge: (history) => {
    const reading = readHistory(history)
    return judging(
      answeredOf(reading, 'look').filter((ask) => playableOf(ask)),
      (ask) => judge(reading, ask),
    )
  },
})
