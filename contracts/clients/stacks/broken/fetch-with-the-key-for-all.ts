import { brokenOn } from '../broken-on.ts'

/** Wraps fetch so that it always carries the key, and asks storage by the same wrapper. */
export const fetchWithTheKeyForAll = brokenOn('fetch-with-the-key-for-all', {
  caughtBy: 'never-send-the-key-to-storage',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  alsoBreaks: ['drop-the-key-on-redirect'],
  wrong:
    ({ fetch, credentials }) =>
    (url, { headers, ...init } = {}) =>
      fetch(url, { ...init, headers: { ...Object.fromEntries(new Headers(headers)), ...credentials } }),
  right: ({ fetch }) => fetch,
})
