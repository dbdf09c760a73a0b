import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Tries a rejected key again, in case it was a whim. */
export const retries401 = broken('retries-401', {
  caughtBy: 'a-rejected-key-stays-rejected',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: ['retry-only-what-may-pass'],
  wrong: {
    pauseMs: (failed, tries, now) =>
      failed !== 'lost' && failed.status === 401 && tries < 3 ? 1000 : correct.pauseMs(failed, tries, now),
  },
})
