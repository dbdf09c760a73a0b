import { brokenOn } from '../broken-on.ts'
import { fetchByGot, plainGot } from '../got.ts'

/** Leaves retries to got, which looks for `Retry-After` alone and not for the `RateLimit` that Quo sends. */
export const gotKnowsNoRatelimit = brokenOn('got-knows-no-ratelimit', {
  caughtBy: 'wait-as-told',
  vendors: ['quo'],
  alsoBreaks: ['stay-within-the-quota', 'say-what-was-told'],
  // Without the chance that got adds to its pauses: the same case is to give the same history.
  wrong: () => fetchByGot({ ...plainGot, retry: { noise: 0 } }),
  right: () => fetchByGot(plainGot),
})
