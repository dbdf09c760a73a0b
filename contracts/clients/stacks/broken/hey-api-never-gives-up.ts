import { brokenOn } from '../broken-on.ts'
import { fetchByHeyApi, plainHeyApi } from '../hey-api.ts'
import { limited } from '../limited.ts'

/** Leaves time limits to hey-api's client, which knows none. */
export const heyApiNeverGivesUp = brokenOn('hey-api-never-gives-up', {
  caughtBy: 'end-in-bounded-time',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  policy: { answerLimitMs: Number.POSITIVE_INFINITY },
  wrong: (bench) => fetchByHeyApi(bench, plainHeyApi),
  right: limited((bench) => fetchByHeyApi(bench, plainHeyApi)),
})
