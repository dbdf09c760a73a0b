import { brokenOn } from '../broken-on.ts'
import { fetchByOfetch, plainOfetch } from '../ofetch.ts'

/** Gives its instance a `query` for the API, which ofetch adds to a signed URL as well. */
export const ofetchAddsToTheQuery = brokenOn('ofetch-adds-to-the-query', {
  caughtBy: 'use-the-url-byte-for-byte',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  alsoBreaks: ['say-what-was-told', 'a-skewed-clock-still-plays'],
  wrong: (bench) => fetchByOfetch(bench, { ...plainOfetch, query: { app: 'player' } }),
  right: (bench) => fetchByOfetch(bench, plainOfetch),
})
