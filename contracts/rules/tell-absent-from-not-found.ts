import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { informedOf } from './reading/answered.ts'
import { readHistory } from './reading/reading.ts'
import { unfair } from './unfair.ts'
import { unknownId } from './unknown-id.ts'
import { look, witness } from './witness.ts'

export const tellAbsentFromNotFound = defineRule({
  id: 'tell-absent-from-not-found',
  level: 'must',
  vendors: ['quo', 'osvi'],
  should: ['osvi'],
  needs: ['look'],
  says: 'Where the vendor tells an absent recording from an unknown call, so does the client.',
  basis: [
    { vendor: 'quo', quote: "code: const: '0900404'" },
    { vendor: 'quo', from: 'reported', quote: 'A call without audio answers 200 with {"data":[]}.' },
    { vendor: 'osvi', quote: 'The call does not exist on your account, or has no recording available.' },
  ],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [look(), look({ id: unknownId(vendor) })], {
      calls: [{ ref: 'c1', segments: [] }],
    }),
  judge: (history) => {
    const reading = readHistory(history)
    const missing = informedOf(reading, 'look').filter(
      ({ telling: { outcome } }) => outcome.kind === 'absent' || outcome.kind === 'not-found',
    )
    return judging(missing, ({ ask, telling }) => unfair(reading, ask, `told ${telling.outcome.kind}`))
  },
})
