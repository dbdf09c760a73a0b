import type { Bench } from '../../../client.ts'
import { brokenOn } from '../broken-on.ts'
import { fetchByHeyApi, plainHeyApi } from '../hey-api.ts'

const limited =
  (bench: Bench): typeof globalThis.fetch =>
  (url, { signal, ...init } = {}) => {
    const limit = AbortSignal.timeout(60_000)
    return fetchByHeyApi(bench, plainHeyApi)(url, {
      ...init,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    })
  }

/** Leaves time limits to hey-api's client, which knows none. */
export const heyApiNeverGivesUp = brokenOn('hey-api-never-gives-up', {
  caughtBy: 'end-in-bounded-time',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  policy: { answerLimitMs: Number.POSITIVE_INFINITY },
  wrong: (bench) => fetchByHeyApi(bench, plainHeyApi),
  right: limited,
})
