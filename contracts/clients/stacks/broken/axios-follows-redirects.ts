import { fetchByAxios, plainAxios } from '../axios.ts'
import { brokenOn } from '../broken-on.ts'

/** Lets axios follow redirects: across origins it drops Authorization and keeps all other keys. */
export const axiosFollowsRedirects = brokenOn('axios-follows-redirects', {
  caughtBy: 'drop-the-key-on-redirect',
  vendors: ['osvi', 'feather'],
  wrong: () => fetchByAxios({ validateStatus: () => true }),
  right: () => fetchByAxios(plainAxios),
})
