import { brokenOn } from '../broken-on.ts'

/** Adds to the query of every URL by `searchParams`, which writes all of it anew: the signature does not fit any more. */
export const fetchAddsToTheQuery = brokenOn('fetch-adds-to-the-query', {
  caughtBy: 'use-the-url-byte-for-byte',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  alsoBreaks: ['say-what-was-told', 'a-skewed-clock-still-plays'],
  wrong:
    ({ fetch }) =>
    (given, init) => {
      const url = new URL(String(given))
      url.searchParams.set('app', 'player')
      return fetch(url, init)
    },
  right: ({ fetch }) => fetch,
})
