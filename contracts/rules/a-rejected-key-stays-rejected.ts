import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { answeredOf, atAnswer, kindOf, saidOf } from './reading/answered.ts'
import { isWhole } from './reading/exchange.ts'
import { questionsOf } from './reading/of-ask.ts'
import { readHistory } from './reading/reading.ts'
import { keyedVendors } from './whom.ts'
import { look, witness } from './witness.ts'

export const aRejectedKeyStaysRejected = defineRule({
  id: 'a-rejected-key-stays-rejected',
  level: 'must',
  vendors: keyedVendors,
  needs: ['wire'],
  says: '401 is `unauthorized`, with no retry on the same key.',
  basis: [
    { vendor: 'osvi', quote: 'Invalid or missing API token' },
    { vendor: 'feather', from: 'elsewhere', quote: 'No valid API key was provided.' },
  ],
  since: '1.0.0',
  witness: (vendor) => witness(vendor, [look()], { key: 'revoked' }),
  judge: (history) => {
    const reading = readHistory(history)
    const rejected = answeredOf(reading).flatMap((ask) => {
      const questions = ask.alone ? questionsOf(reading, ask) : []
      const rejection = questions.find(
        (one) =>
          one.received?.status === 401 &&
          one.sent.role === 'api' &&
          isWhole(one) &&
          one.settledEvent < ask.last,
      )
      return rejection ? { ask, rejection, questions } : []
    })
    return judging(rejected, ({ ask, rejection, questions }) => {
      const again = questions.find(({ sentEvent }) => sentEvent > rejection.receivedEvent)
      if (again)
        return {
          event: again.sentEvent,
          what: 'it tried the rejected key again',
          allowed: '`unauthorized`, at once',
        }
      return kindOf(ask) !== 'unauthorized' && atAnswer(ask, `told 401, ${saidOf(ask)}`, 'unauthorized')
    })
  },
})
