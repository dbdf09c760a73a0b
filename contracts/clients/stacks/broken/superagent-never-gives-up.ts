import { brokenOn } from '../broken-on.ts'
import { limited } from '../limited.ts'
import { fetchBySuperagent, plainSuperagent } from '../superagent.ts'

/** Leaves time limits to superagent, which has none here. */
export const superagentNeverGivesUp = brokenOn('superagent-never-gives-up', {
  caughtBy: 'end-in-bounded-time',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  policy: { answerLimitMs: Number.POSITIVE_INFINITY },
  wrong: () => fetchBySuperagent(plainSuperagent),
  right: limited(() => fetchBySuperagent(plainSuperagent)),
})
