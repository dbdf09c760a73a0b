import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Tries again until it works. */
export const retriesForEver = broken('retries-for-ever', {
  caughtBy: 'retry-only-what-may-pass',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: ['wait-as-told', 'end-in-bounded-time'],
  wrong: {
    pauseMs: (failed, _tries, now) => (correct.pauseMs(failed, 1, now) === undefined ? undefined : 120_000),
  },
  right: {
    pauseMs: (failed, tries, now) =>
      correct.pauseMs(failed, tries, now) === undefined ? undefined : 120_000,
  },
})
