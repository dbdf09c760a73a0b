import { brokenOn } from '../broken-on.ts'
import { fetchByGot, plainGot } from '../got.ts'

/** Lets got follow redirects, as it does by itself: across origins it drops Authorization and keeps all other keys. */
export const gotFollowsRedirects = brokenOn('got-follows-redirects', {
  caughtBy: 'drop-the-key-on-redirect',
  vendors: ['osvi', 'feather'],
  alsoBreaks: ['end-in-bounded-time'],
  wrong: () => fetchByGot({ ...plainGot, followRedirect: true }),
  right: () => fetchByGot(plainGot),
})
