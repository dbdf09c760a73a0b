import { interceptors } from 'undici'
import { brokenOn } from '../broken-on.ts'
import { fetchByUndici } from '../undici.ts'

/** Lets undici follow redirects: across origins it drops Authorization and keeps all other keys. */
export const undiciFollowsRedirects = brokenOn('undici-follows-redirects', {
  caughtBy: 'drop-the-key-on-redirect',
  vendors: ['osvi', 'feather'],
  wrong: (bench) => fetchByUndici(bench, interceptors.redirect({ maxRedirections: 5 })),
  right: (bench) => fetchByUndici(bench),
})
