import { brokenOn } from '../broken-on.ts'

/** Lets fetch follow redirects, as it does by itself: across origins it drops Authorization and keeps all other keys. */
export const fetchFollowsRedirects = brokenOn('fetch-follows-redirects', {
  caughtBy: 'drop-the-key-on-redirect',
  vendors: ['osvi', 'feather'],
  wrong:
    ({ fetch }) =>
    (url, init) =>
      fetch(url, { ...init, redirect: 'follow' }),
  right: ({ fetch }) => fetch,
})
