import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Tries again without a pause. */
export const retriesAtOnce = broken('retries-at-once', {
  caughtBy: 'retry-only-what-may-pass',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: ['poll-with-bounds'],
  wrong: {
    pauseMs: (failed, tries, now) => {
      const pause = correct.pauseMs(failed, tries, now)
      return pause === undefined || (failed !== 'lost' && failed.status === 429) ? pause : 0
    },
  },
})
