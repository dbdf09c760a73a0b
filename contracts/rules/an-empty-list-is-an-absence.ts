import { objectOf } from '../../mocks/vendors/reading.ts'
import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { atAnswer, informedOf, kindOf, saidOf } from './reading/answered.ts'
import { isWhole } from './reading/exchange.ts'
import { readHistory } from './reading/reading.ts'
import { look, witness } from './witness.ts'

const isEmptyList = (json: unknown): boolean => {
  const data = objectOf(json)?.data
  return Array.isArray(data) && data.length === 0
}

export const anEmptyListIsAnAbsence = defineRule({
  id: 'an-empty-list-is-an-absence',
  level: 'must',
  vendors: ['quo'],
  needs: ['look'],
  says: 'No recording is a normal outcome, not an error and not a failure to find the call.',
  basis: [{ vendor: 'quo', quote: 'data: type: array' }],
  since: '1.0.0',
  witness: (vendor) => witness(vendor, [look()], { calls: [{ ref: 'c1' }] }),
  judge: (history) => {
    const empty = informedOf(readHistory(history), 'look').filter(
      ({ telling: { exchange } }) =>
        exchange.received?.status === 200 && isWhole(exchange) && isEmptyList(exchange.json),
    )
    return judging(
      empty,
      ({ ask }) => kindOf(ask) !== 'absent' && atAnswer(ask, `told an empty list, ${saidOf(ask)}`, 'absent'),
    )
  },
})
