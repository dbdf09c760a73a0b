import type { OutcomeSegment } from '../../mocks/world/outcome.ts'
import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { type Answered, atAnswer, informedOf, kindOf } from './reading/answered.ts'
import { fairKindsOf } from './reading/fair-kinds.ts'
import { readHistory } from './reading/reading.ts'
import { look, segment, witness } from './witness.ts'

const segmentsOf = ({ answer: { outcome } }: Answered): readonly OutcomeSegment[] =>
  (outcome && 'segments' in outcome ? outcome.segments : undefined) ?? []

export const reportEachSegmentsOwnState = defineRule({
  id: 'report-each-segments-own-state',
  level: 'should',
  vendors: ['quo'],
  needs: ['look'],
  says: "Mixed segments show each segment's state; one bad segment does not hide the others.",
  basis: [{ vendor: 'quo', quote: 'The current status of the call recording.' }],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [look()], {
      calls: [{ ref: 'c1', segments: [segment({ status: 'deleted' }), segment({ id: 's2' })] }],
    }),
  judge: (history) => {
    const reading = readHistory(history)
    const mixed = informedOf(reading, 'look').flatMap(({ ask, telling: { outcome } }) => {
      // Who trusts no doubtful status may find nothing that plays, and owes no list of what does not.
      const listsNone = kindOf(ask) !== 'playable' && segmentsOf(ask).length === 0
      if (listsNone && fairKindsOf(reading, ask).has(kindOf(ask))) return []
      const told = outcome.kind === 'playable' ? outcome.segments : []
      return new Set(told.map(({ state }) => state)).size > 1 ? { ask, told } : []
    })
    return judging(mixed, ({ ask, told }) => {
      const given = segmentsOf(ask)
      const hidden = told.findIndex(
        ({ state }, index) => state !== 'ready' && state !== 'unknown' && given[index]?.state === 'ready',
      )
      const lost = told.findIndex(({ state }, index) => state === 'ready' && given[index]?.state !== 'ready')
      const wrong = Math.max(hidden, lost)
      return (
        wrong >= 0 &&
        given[wrong]?.state !== 'unknown' &&
        atAnswer(
          ask,
          `it called segment ${wrong} ${given[wrong]?.state ?? 'nothing'}`,
          `${told[wrong]?.state}`,
        )
      )
    })
  },
})
