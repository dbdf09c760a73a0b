import type { Outcome } from '../../../mocks/world/outcome.ts'
import { broken } from '../broken-client.ts'
import { type Flights, flights } from '../flights.ts'

/** Lets go of whoever takes a question back, and not of the question. */
const lettingGo = (): Flights<Outcome> => {
  const shared = flights<Outcome>(true)
  const forEver = new AbortController().signal
  return { join: (id, signal, fly) => shared.join(id, signal, () => fly(forEver)) }
}

/** Has the answer to a question that was taken back take the place of what a later question told. */
export const lateAnswerWins = broken('late-answer-wins', {
  caughtBy: 'say-what-was-told',
  vendors: ['osvi', 'envoy', 'feather'],
  alsoBreaks: ['refresh-once-for-all', 'stop-when-cancelled'],
  steps: 7,
  wrong: { questions: lettingGo },
  right: { questions: () => flights(true) },
})
