import { brokenOn } from '../broken-on.ts'
import { fetchByGot, plainGot } from '../got.ts'

/** Leaves time limits to got, which has none by itself. */
export const gotNeverGivesUp = brokenOn('got-never-gives-up', {
  caughtBy: 'end-in-bounded-time',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  policy: { answerLimitMs: Number.POSITIVE_INFINITY },
  wrong: () => fetchByGot(plainGot),
  right: () => fetchByGot({ ...plainGot, timeout: { request: 60_000 } }),
})
