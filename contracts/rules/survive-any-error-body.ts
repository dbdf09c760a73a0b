import { objectOf } from '../../mocks/vendors/reading.ts'
import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { informedOf } from './reading/answered.ts'
import { isWhole } from './reading/exchange.ts'
import { readHistory } from './reading/reading.ts'
import { unfair } from './unfair.ts'
import { assumedWire, everyVendor } from './whom.ts'
import { look, trouble, witness } from './witness.ts'

export const surviveAnyErrorBody = defineRule({
  id: 'survive-any-error-body',
  level: 'must',
  vendors: everyVendor,
  should: assumedWire,
  needs: ['look'],
  says: 'HTML, XML, empty, truncated or re-wrapped error bodies give the right outcome by status; nothing throws raw.',
  basis: [
    { vendor: 'quo', from: 'reported', quote: '{"error":{"message","key","trace"}}, and a bare HTML 404' },
  ],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [
      trouble({ kind: 'body', as: 'html', status: 502 }),
      look(),
      { do: 'calm' },
      trouble({ kind: 'body', as: 'html', status: 404 }),
      look(),
      { do: 'calm' },
      trouble({ kind: 'body', as: 'empty', status: 200 }),
      look(),
    ]),
  judge: (history) => {
    const reading = readHistory(history)
    const odd = informedOf(reading).filter(({ telling: { exchange } }) => {
      const { received } = exchange
      return received !== undefined && (!isWhole(exchange) || !objectOf(exchange.json))
    })
    return judging(odd, ({ ask, telling: { exchange } }) =>
      unfair(reading, ask, `told ${exchange.received?.status} with a body that is no answer`),
    )
  },
})
