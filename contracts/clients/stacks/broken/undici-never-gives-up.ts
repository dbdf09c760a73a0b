import { brokenOn } from '../broken-on.ts'
import { limited } from '../limited.ts'
import { fetchByUndici } from '../undici.ts'

/** Leaves time limits to undici, which has none here. */
export const undiciNeverGivesUp = brokenOn('undici-never-gives-up', {
  caughtBy: 'end-in-bounded-time',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  policy: { answerLimitMs: Number.POSITIVE_INFINITY },
  wrong: (bench) => fetchByUndici(bench),
  right: limited((bench) => fetchByUndici(bench)),
})
