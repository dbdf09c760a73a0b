import { brokenOn } from '../broken-on.ts'
import { limited } from '../limited.ts'

/** Leaves time limits to fetch, which has none that a person would wait for. */
export const fetchNeverGivesUp = brokenOn('fetch-never-gives-up', {
  caughtBy: 'end-in-bounded-time',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  policy: { answerLimitMs: Number.POSITIVE_INFINITY },
  wrong: ({ fetch }) => fetch,
  right: limited(({ fetch }) => fetch),
})
