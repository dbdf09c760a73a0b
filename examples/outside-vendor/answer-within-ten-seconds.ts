// A rule of a house's own: it holds for Acme and for OSVI, and comes beside the whole catalogue. In a project of your own
// all of this comes from 'playhead/contracts'.
import { defineRule, judging, look, readHistory, trouble, witness } from '../../contracts/index.ts'

const longestMs = 10_000

export const answerWithinTenSeconds = defineRule({
  id: 'answer-within-ten-seconds',
  level: 'must',
  vendors: ['acme', 'osvi'],
  needs: ['look'],
  says: 'Whoever asks for a recording is answered within ten seconds, whatever the vendor does.',
  basis: [{ quote: 'Our player shows a spinner for ten seconds, and then gives up.' }],
  since: '1.0.0',
  witness: (vendor) => witness(vendor, [trouble({ kind: 'slow-headers', ms: 30_000 }), look()]),
  judge: (history) =>
    judging(
      readHistory(history).asks.filter(({ op, answer }) => op === 'look' && answer),
      ({ at, answer }) =>
        answer !== undefined &&
        answer.at - at > longestMs && {
          event: answer.event,
          what: `it took ${(answer.at - at) / 1000} seconds`,
          allowed: 'an outcome within ten, `unavailable` where nothing better is known',
        },
    ),
})
