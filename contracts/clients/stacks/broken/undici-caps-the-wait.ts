import { interceptors } from 'undici'
import { brokenOn } from '../broken-on.ts'
import { fetchByUndici } from '../undici.ts'

/** Leaves retries to undici, which waits half a minute at most, whatever Retry-After says. */
export const undiciCapsTheWait = brokenOn('undici-caps-the-wait', {
  caughtBy: 'wait-as-told',
  vendors: ['envoy', 'feather'],
  wrong: (bench) => fetchByUndici(bench, interceptors.retry({ maxRetries: 1, throwOnError: false })),
  right: (bench) => fetchByUndici(bench),
})
