import { brokenOn } from '../broken-on.ts'
import { fetchByKy, plainKy } from '../ky.ts'

/** Lets ky follow redirects, as it does by itself: the fetch below drops Authorization and keeps all other keys. */
export const kyFollowsRedirects = brokenOn('ky-follows-redirects', {
  caughtBy: 'drop-the-key-on-redirect',
  vendors: ['osvi', 'feather'],
  alsoBreaks: ['end-in-bounded-time'],
  wrong: (bench) => fetchByKy(bench, { ...plainKy, redirect: 'follow' }),
  right: (bench) => fetchByKy(bench, plainKy),
})
