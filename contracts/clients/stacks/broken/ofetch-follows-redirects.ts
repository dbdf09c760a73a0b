import { brokenOn } from '../broken-on.ts'
import { fetchByOfetch, plainOfetch } from '../ofetch.ts'

/** Lets ofetch follow redirects, as it does by itself: the fetch below drops Authorization and keeps all other keys. */
export const ofetchFollowsRedirects = brokenOn('ofetch-follows-redirects', {
  caughtBy: 'drop-the-key-on-redirect',
  vendors: ['osvi', 'feather'],
  alsoBreaks: ['end-in-bounded-time'],
  wrong: (bench) => fetchByOfetch(bench, { ...plainOfetch, redirect: 'follow' }),
  right: (bench) => fetchByOfetch(bench, plainOfetch),
})
