import { brokenOn } from '../broken-on.ts'
import { fetchByUndici } from '../undici.ts'

/** Adds the key in an interceptor, which sees the requests to storage too. */
export const undiciKeysEveryDispatch = brokenOn('undici-keys-every-dispatch', {
  caughtBy: 'never-send-the-key-to-storage',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  alsoBreaks: ['drop-the-key-on-redirect'],
  wrong: (bench) =>
    fetchByUndici(
      bench,
      (dispatch) => (options, handler) =>
        dispatch({ ...options, headers: { ...Object(options.headers), ...bench.credentials } }, handler),
    ),
  right: (bench) => fetchByUndici(bench),
})
