import type { OutcomeSegment } from '../../mocks/world/outcome.ts'
import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { atAnswer, informedOf, playableOf } from './reading/answered.ts'
import { readHistory } from './reading/reading.ts'
import { look, segment, witness } from './witness.ts'

/** Segments are the same where what both sides say of them is. */
const isSame = (told: OutcomeSegment, given: OutcomeSegment | undefined): boolean =>
  given !== undefined &&
  (told.id === undefined || given.id === undefined || told.id === given.id) &&
  (told.url === undefined || given.url === undefined || told.url === given.url)

const named = (segments: readonly OutcomeSegment[]): string =>
  segments.map(({ id, state }) => id ?? state).join(', ')

export const keepEverySegmentInOrder = defineRule({
  id: 'keep-every-segment-in-order',
  level: 'must',
  vendors: ['quo'],
  needs: ['look'],
  says: 'All segments, oldest first; never only one of them.',
  basis: [{ vendor: 'quo', quote: 'the oldest recording segment appearing first in the list' }],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [look()], {
      calls: [
        {
          ref: 'c1',
          segments: [segment({ id: 's2' }), segment({ id: 's1', status: 'failed' }), segment({ id: 's3' })],
        },
      ],
    }),
  judge: (history) => {
    const several = informedOf(readHistory(history), 'look').flatMap(({ ask, telling: { outcome } }) => {
      const given = playableOf(ask)?.segments
      const told = outcome.kind === 'playable' ? outcome.segments : []
      return given && told.length > 1 ? { ask, given, told } : []
    })
    return judging(
      several,
      ({ ask, given, told }) =>
        !(given.length === told.length && told.every((one, index) => isSame(one, given[index]))) &&
        atAnswer(
          ask,
          `it answered the segments ${named(given)}`,
          `all of them, in the order told: ${named(told)}`,
        ),
    )
  },
})
