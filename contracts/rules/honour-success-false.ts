import { objectOf } from '../../mocks/vendors/reading.ts'
import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { informedOf } from './reading/answered.ts'
import { isWhole } from './reading/exchange.ts'
import { readHistory } from './reading/reading.ts'
import { unfair } from './unfair.ts'
import { look, trouble, witness } from './witness.ts'

export const honourSuccessFalse = defineRule({
  id: 'honour-success-false',
  level: 'must',
  vendors: ['osvi'],
  needs: ['look'],
  says: '`success: false`, or success without data, is not a recording, even with status 200.',
  basis: [{ vendor: 'osvi', quote: 'success: type: boolean' }],
  since: '1.0.0',
  witness: (vendor) => witness(vendor, [trouble({ kind: 'body', as: 'other-json', status: 200 }), look()]),
  judge: (history) => {
    const reading = readHistory(history)
    const failed = informedOf(reading, 'look').filter(({ telling: { exchange } }) => {
      const json = objectOf(exchange.json)
      return (
        exchange.received?.status === 200 &&
        isWhole(exchange) &&
        json !== undefined &&
        (json.success !== true || !objectOf(json.data))
      )
    })
    return judging(failed, ({ ask }) => unfair(reading, ask, 'told no success, or success without data'))
  },
})
