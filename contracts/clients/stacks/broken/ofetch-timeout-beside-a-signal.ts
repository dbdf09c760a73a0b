import { brokenOn } from '../broken-on.ts'
import { fetchByOfetch, plainOfetch } from '../ofetch.ts'

const limitMs = 30_000

/** Gives ofetch a `timeout` beside a signal: ofetch drops it then, without a word. */
export const ofetchTimeoutBesideASignal = brokenOn('ofetch-timeout-beside-a-signal', {
  caughtBy: 'end-in-bounded-time',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  policy: { answerLimitMs: Number.POSITIVE_INFINITY },
  wrong: (bench) => fetchByOfetch(bench, { ...plainOfetch, timeout: limitMs }),
  right:
    (bench) =>
    (url, { signal, ...init } = {}) => {
      const limit = AbortSignal.timeout(limitMs)
      return fetchByOfetch(bench, plainOfetch)(url, {
        ...init,
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      })
    },
})
