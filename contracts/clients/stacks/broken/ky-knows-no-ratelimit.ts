import { brokenOn } from '../broken-on.ts'
import { catchingKy, fetchByKy, plainKy } from '../ky.ts'

/** Leaves retries to ky, which looks for `Retry-After` and `RateLimit-Reset` and not for the `RateLimit` that Quo sends. */
export const kyKnowsNoRatelimit = brokenOn('ky-knows-no-ratelimit', {
  caughtBy: 'wait-as-told',
  vendors: ['quo'],
  alsoBreaks: ['stay-within-the-quota', 'say-what-was-told'],
  wrong: (bench) => catchingKy(bench, { retry: {} }),
  right: (bench) => fetchByKy(bench, plainKy),
})
