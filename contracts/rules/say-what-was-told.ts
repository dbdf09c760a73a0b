import { defineRule, type Violation } from '../define.ts'
import { judging } from './judging.ts'
import { type Answered, answeredOf, atAnswer, kindOf, playableOf, saidOf } from './reading/answered.ts'
import { fairKindsOf } from './reading/fair-kinds.ts'
import { tellingsOf } from './reading/of-ask.ts'
import { type Reading, readHistory } from './reading/reading.ts'
import { assumedWire, everyVendor } from './whom.ts'
import { look, pass, trouble, witness } from './witness.ts'

const idsOf = (list: readonly { readonly id: string }[]): string => list.map(({ id }) => id).join(', ')

const wrongReplies = (reading: Reading, ask: Answered): Violation | undefined => {
  const { outcome } = ask.answer
  const last = tellingsOf(reading, ask).at(-1)
  if (outcome?.kind !== 'replies' || last?.outcome.kind !== 'replies' || !ask.alone) return undefined
  const [given, told] = [idsOf(outcome.replies), idsOf(last.outcome.replies)]
  return given === told
    ? undefined
    : atAnswer(ask, `it answered the replies [${given}]`, `the replies told, in their order: [${told}]`)
}

const judge = (reading: Reading, ask: Answered): Violation | undefined => {
  const fair = fairKindsOf(reading, ask)
  if (!fair.has(kindOf(ask))) {
    const allowed = `one of: ${[...fair].join(', ') || 'anything but an answer that nobody gave'}`
    return atAnswer(ask, `${saidOf(ask)}, which nothing it was told allows`, allowed)
  }
  const made = playableOf(ask)?.segments.find(
    ({ url }) =>
      url && !reading.links.some((link) => link.url === url && link.exchange.receivedEvent < ask.last),
  )
  return made
    ? atAnswer(
        ask,
        `it handed out a URL that nobody told it: ${made.url}`,
        'a URL of the answer, byte for byte',
      )
    : wrongReplies(reading, ask)
}

/** Safety and liveness at once: an outcome follows from the answers, and a recording that plays is played. */
export const sayWhatWasTold = defineRule({
  id: 'say-what-was-told',
  level: 'must',
  vendors: everyVendor,
  should: assumedWire,
  needs: ['look'],
  says: 'An outcome is one that a fair reader may conclude from what the vendor answered; where all went well, it plays.',
  basis: [
    { vendor: 'voqo', quote: '**Valid short code + valid source URL**: recording playable' },
    { quote: 'An outcome that no answer supports is invented, whatever the vendor.' },
  ],
  since: '1.0.0',
  witness: (vendor) =>
    witness(
      vendor,
      [
        look(),
        pass(61_000),
        // The answer to a question that was taken back comes behind the one to the next.
        { do: 'hold', role: 'api' },
        look({ overlap: true }),
        { do: 'cancel' },
        trouble({ kind: 'status', status: 404, told: 'untold' }, 1),
        look(),
        { do: 'deliver' },
        { do: 'settle' },
        look(),
      ],
      { lifetimeSeconds: 61 },
    ),
  judge: (history) => {
    const reading = readHistory(history)
    return judging(answeredOf(reading), (ask) => judge(reading, ask))
  },
})
