import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { atAnswer, informedOf, kindOf, saidOf } from './reading/answered.ts'
import { isWhole } from './reading/exchange.ts'
import { readHistory } from './reading/reading.ts'
import { unknownId } from './unknown-id.ts'
import { look, witness } from './witness.ts'

export const anUnknownCodeIsNotFound = defineRule({
  id: 'an-unknown-code-is-not-found',
  level: 'must',
  vendors: ['voqo'],
  should: ['voqo'],
  needs: ['look'],
  says: 'An invalid short code is `not-found` (or absent): never playable, never an outage.',
  basis: [{ vendor: 'voqo', quote: '**Invalid short code**: not found/unavailable state.' }],
  since: '1.0.0',
  witness: (vendor) => witness(vendor, [look({ id: unknownId(vendor) })]),
  judge: (history) =>
    judging(
      informedOf(readHistory(history)).filter(
        ({ telling: { exchange } }) => exchange.received?.status === 404 && isWhole(exchange),
      ),
      ({ ask }) =>
        !['not-found', 'absent'].includes(kindOf(ask)) &&
        !(ask.op === 'download' && kindOf(ask) === 'expired') &&
        atAnswer(ask, `told 404, ${saidOf(ask)}`, 'not-found or absent'),
    ),
})
