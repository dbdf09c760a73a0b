import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Takes the API's 403 for a URL that has died. */
export const refreshesOn403 = broken('refreshes-on-403', {
  caughtBy: 'api-403-is-not-an-expired-url',
  vendors: ['quo', 'envoy'],
  alsoBreaks: ['retry-only-what-may-pass'],
  wrong: {
    pauseMs: (failed, tries, now) =>
      failed !== 'lost' && failed.status === 403 && tries < 2 ? 1000 : correct.pauseMs(failed, tries, now),
  },
})
