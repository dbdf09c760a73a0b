import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { answeredOf, atAnswer, kindOf, saidOf } from './reading/answered.ts'
import { isWhole } from './reading/exchange.ts'
import { questionsOf } from './reading/of-ask.ts'
import { readHistory } from './reading/reading.ts'
import { look, witness } from './witness.ts'

export const api403IsNotAnExpiredUrl = defineRule({
  id: 'api-403-is-not-an-expired-url',
  level: 'must',
  vendors: ['quo', 'envoy'],
  needs: ['wire'],
  says: "The API's 403 is `forbidden` and starts no refresh; a storage 403 may cause one.",
  basis: [
    { vendor: 'quo', quote: '0900403' },
    { vendor: 'envoy', quote: '403 Forbidden Error' },
  ],
  since: '1.0.0',
  witness: (vendor) => witness(vendor, [look()], { key: 'forbidden' }),
  judge: (history) => {
    const reading = readHistory(history)
    const refused = answeredOf(reading).flatMap((ask) => {
      const questions = ask.alone ? questionsOf(reading, ask) : []
      const refusal = questions.find(
        (one) =>
          one.received?.status === 403 &&
          one.sent.role === 'api' &&
          isWhole(one) &&
          one.settledEvent < ask.last,
      )
      return refusal ? { ask, refusal, questions } : []
    })
    return judging(refused, ({ ask, refusal, questions }) => {
      const again = questions.find(({ sentEvent }) => sentEvent > refusal.receivedEvent)
      if (again)
        return { event: again.sentEvent, what: 'it asked again after 403', allowed: '`forbidden`, at once' }
      // A refresh that is refused leaves a download with the storage refusal it began with.
      const expired = ask.op === 'download' && kindOf(ask) === 'expired'
      return !expired && kindOf(ask) !== 'forbidden' && atAnswer(ask, `told 403, ${saidOf(ask)}`, 'forbidden')
    })
  },
})
