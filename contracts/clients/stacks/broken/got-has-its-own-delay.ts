import { brokenOn } from '../broken-on.ts'
import { fetchByGot, plainGot } from '../got.ts'

/** Gives got's retry a delay of its own, which takes the place of what Retry-After says. */
export const gotHasItsOwnDelay = brokenOn('got-has-its-own-delay', {
  caughtBy: 'wait-as-told',
  vendors: ['envoy', 'feather'],
  alsoBreaks: ['read-the-lifetime'],
  wrong: () =>
    fetchByGot({ ...plainGot, retry: { calculateDelay: ({ attemptCount }) => attemptCount * 1000 } }),
  right: () => fetchByGot(plainGot),
})
