import { brokenOn } from '../broken-on.ts'
import { fetchByHeyApi, plainHeyApi } from '../hey-api.ts'

/** Lets hey-api's client follow redirects, as it does by itself: the fetch below drops Authorization and keeps all other keys. */
export const heyApiFollowsRedirects = brokenOn('hey-api-follows-redirects', {
  caughtBy: 'drop-the-key-on-redirect',
  vendors: ['osvi', 'feather'],
  alsoBreaks: ['end-in-bounded-time'],
  wrong: (bench) => fetchByHeyApi(bench, { ...plainHeyApi, redirect: 'follow' }),
  right: (bench) => fetchByHeyApi(bench, plainHeyApi),
})
