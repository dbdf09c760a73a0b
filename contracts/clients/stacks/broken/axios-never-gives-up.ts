import { fetchByAxios, plainAxios } from '../axios.ts'
import { brokenOn } from '../broken-on.ts'
import { limited } from '../limited.ts'

/** Leaves time limits to axios, which has none here. */
export const axiosNeverGivesUp = brokenOn('axios-never-gives-up', {
  caughtBy: 'end-in-bounded-time',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  policy: { answerLimitMs: Number.POSITIVE_INFINITY },
  wrong: () => fetchByAxios(plainAxios),
  right: limited(() => fetchByAxios(plainAxios)),
})
