import { broken } from '../broken-client.ts'
import { flights } from '../flights.ts'

/** Asks anew for everybody who asks at the same time. */
export const asksForEach = broken('asks-for-each', {
  caughtBy: 'refresh-once-for-all',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  // What came last is kept, whichever was asked last.
  alsoBreaks: ['say-what-was-told'],
  wrong: { questions: () => flights(false) },
  right: { questions: () => flights(true) },
})
