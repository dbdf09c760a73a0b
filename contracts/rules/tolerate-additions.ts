import { objectOf } from '../../mocks/vendors/reading.ts'
import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { hasNewField } from './new-fields.ts'
import { informedOf } from './reading/answered.ts'
import { isWhole } from './reading/exchange.ts'
import { readHistory } from './reading/reading.ts'
import { unfair } from './unfair.ts'
import { everyVendor } from './whom.ts'
import { look, trouble, witness } from './witness.ts'

export const tolerateAdditions = defineRule({
  id: 'tolerate-additions',
  level: 'must',
  vendors: everyVendor,
  // Quo's document closes its items against new fields, so there a strict reader has a case.
  should: ['quo', 'voqo'],
  needs: ['look'],
  says: 'New fields, new constants and reordered keys change nothing.',
  basis: [{ vendor: 'quo', from: 'reported', quote: 'The docs constant of its errors really changed.' }],
  since: '1.0.0',
  witness: (vendor) => witness(vendor, [trouble({ kind: 'new-fields' }), look()]),
  judge: (history) => {
    const reading = readHistory(history)
    const grown = informedOf(reading).filter(({ telling: { exchange } }) => {
      const json = objectOf(exchange.json)
      return json !== undefined && isWhole(exchange) && hasNewField(reading.vendor, json)
    })
    return judging(grown, ({ ask }) => unfair(reading, ask, 'told more than the document names'))
  },
})
