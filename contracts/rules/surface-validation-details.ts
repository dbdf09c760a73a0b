import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { atAnswer, informedOf, saidOf } from './reading/answered.ts'
import { isWhole } from './reading/exchange.ts'
import { readHistory } from './reading/reading.ts'
import { keyedVendors } from './whom.ts'
import { look, trouble, witness } from './witness.ts'

export const surfaceValidationDetails = defineRule({
  id: 'surface-validation-details',
  level: 'must',
  vendors: keyedVendors,
  needs: ['look'],
  says: "400 and 422 are `invalid-request` with the vendor's details, array or string.",
  basis: [
    { vendor: 'quo', quote: 'errors: type: array' },
    { vendor: 'feather', quote: 'HTTPValidationError' },
    { vendor: 'osvi', from: 'elsewhere', quote: 'errors: ["field is required"]' },
  ],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [
      look({ id: 'no-such-form' }),
      trouble({ kind: 'status', status: 422, told: 'untold' }, 1),
      look(),
    ]),
  judge: (history) => {
    const refused = informedOf(readHistory(history), 'look').flatMap(
      ({ ask, telling: { exchange, outcome } }) =>
        outcome.kind === 'invalid-request' && isWhole(exchange) ? { ask, details: outcome.details } : [],
    )
    return judging(refused, ({ ask, details: [told] }) => {
      const { outcome } = ask.answer
      if (outcome?.kind !== 'invalid-request')
        return atAnswer(ask, `told what is wrong with its request, ${saidOf(ask)}`, 'invalid-request')
      const surfaced = told === undefined || outcome.details.some((detail) => detail.includes(told))
      return (
        !surfaced &&
        atAnswer(ask, `it kept to itself what the vendor said: ${told}`, `details with "${told}" among them`)
      )
    })
  },
})
