import { listOf, objectOf } from '../../mocks/vendors/reading.ts'
import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { type Exchange, isWhole } from './reading/exchange.ts'
import { questionsOf } from './reading/of-ask.ts'
import { readHistory } from './reading/reading.ts'
import { look, segment, witness } from './witness.ts'

const finals = new Set<unknown>(['absent', 'deleted', 'failed'])

const isFinal = (exchange: Exchange): boolean => {
  const { received } = exchange
  if (received?.status !== 200 || !isWhole(exchange)) return false
  const items = listOf(objectOf(exchange.json)?.data)
  return items.length > 0 && items.every((item) => finals.has(objectOf(item)?.status))
}

export const finalIsFinal = defineRule({
  id: 'final-is-final',
  level: 'must',
  vendors: ['quo'],
  needs: ['waits', 'wire'],
  watched: 'asks',
  says: 'Deleted, absent and failed are not retried.',
  basis: [{ vendor: 'quo', quote: 'enum: - absent - completed - deleted - failed' }],
  since: '1.0.0',
  witness: (vendor) =>
    witness(
      vendor,
      ['c1', 'c2', 'c3'].map((call) => look({ call })),
      {
        calls: (['deleted', 'absent', 'failed'] as const).map((status, index) => ({
          ref: `c${index + 1}`,
          segments: [segment({ status })],
        })),
      },
    ),
  judge: (history) => {
    const reading = readHistory(history)
    const told = reading.asks
      .filter(({ alone }) => alone)
      .flatMap((ask) => {
        const questions = questionsOf(reading, ask)
        const final = questions.find(isFinal)
        return final ? { final, questions } : []
      })
    return judging(told, ({ final, questions }) => {
      const again = questions.find(({ sentEvent }) => sentEvent > final.settledEvent)
      return (
        again && {
          event: again.sentEvent,
          what: 'it asked again after a final status',
          allowed: 'the outcome, at once',
        }
      )
    })
  },
})
