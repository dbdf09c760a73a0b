import { broken } from '../broken-client.ts'

/** Has no time limit for an answer. */
export const waitsForEver = broken('waits-for-ever', {
  caughtBy: 'end-in-bounded-time',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  wrong: { answerLimitMs: Number.POSITIVE_INFINITY },
  right: { answerLimitMs: 45_000 },
})
