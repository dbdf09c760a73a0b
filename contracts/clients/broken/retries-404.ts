import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Tries again what is not found. */
export const retries404 = broken('retries-404', {
  caughtBy: 'retry-only-what-may-pass',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  wrong: {
    pauseMs: (failed, tries, now) =>
      failed !== 'lost' && failed.status === 404 && tries < 3 ? 1000 : correct.pauseMs(failed, tries, now),
  },
})
