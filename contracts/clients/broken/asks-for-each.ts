import { broken } from '../broken-client.ts'

/** Asks anew for everybody who asks at the same time. */
export const asksForEach = broken('asks-for-each', {
  caughtBy: 'refresh-once-for-all',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  wrong: { sharesQuestions: false },
  right: { sharesQuestions: true },
})
