import type { Outcome } from '../../../mocks/world/outcome.ts'
import { broken } from '../broken-client.ts'
import { type Flights, flights } from '../flights.ts'

const neverDropped = (): Flights<Outcome> => {
  const { join } = flights<Outcome>(true)
  return { join: (key, signal, fly) => join(key, signal, () => fly(new AbortController().signal)) }
}

/** Goes on asking when the last who waited for the answer has left. */
export const fliesOn = broken('flies-on', {
  caughtBy: 'stop-when-cancelled',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: ['refresh-once-for-all'],
  wrong: { questions: neverDropped },
  right: { questions: () => flights(true) },
})
