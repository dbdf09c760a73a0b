import { brokenOn } from '../broken-on.ts'
import { catchingKy, fetchByKy, plainKy } from '../ky.ts'

/** Takes ky's `maxRetryAfter` for the longest wait worth while: told to wait longer, ky asks again after just that. */
export const kyCapsTheWait = brokenOn('ky-caps-the-wait', {
  caughtBy: 'wait-as-told',
  vendors: ['envoy', 'feather'],
  alsoBreaks: ['read-the-lifetime', 'retry-only-what-may-pass', 'say-what-was-told'],
  wrong: (bench) => catchingKy(bench, { retry: { maxRetryAfter: 5000 } }),
  right: (bench) => fetchByKy(bench, plainKy),
})
