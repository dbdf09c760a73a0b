import { brokenOn } from '../broken-on.ts'
import { fetchByGot, plainGot } from '../got.ts'

/** Gives its instance `searchParams`, which got puts in the place of the query that a URL has: the signature is gone. */
export const gotReplacesTheQuery = brokenOn('got-replaces-the-query', {
  caughtBy: 'use-the-url-byte-for-byte',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  alsoBreaks: ['say-what-was-told', 'a-skewed-clock-still-plays'],
  wrong: () => fetchByGot({ ...plainGot, searchParams: { app: 'player' } }),
  right: () => fetchByGot(plainGot),
})
