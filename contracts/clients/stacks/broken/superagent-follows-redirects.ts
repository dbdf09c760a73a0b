import { brokenOn } from '../broken-on.ts'
import { fetchBySuperagent, plainSuperagent } from '../superagent.ts'

/** Lets superagent follow redirects: across origins it drops Authorization and keeps all other keys. */
export const superagentFollowsRedirects = brokenOn('superagent-follows-redirects', {
  caughtBy: 'drop-the-key-on-redirect',
  vendors: ['osvi', 'feather'],
  wrong: () => fetchBySuperagent((request) => request),
  right: () => fetchBySuperagent(plainSuperagent),
})
