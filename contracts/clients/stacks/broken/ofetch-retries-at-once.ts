import { brokenOn } from '../broken-on.ts'
import { catchingOfetch, fetchByOfetch, plainOfetch } from '../ofetch.ts'

/** Leaves a first retry to ofetch, which tries once more by itself, at once. */
export const ofetchRetriesAtOnce = brokenOn('ofetch-retries-at-once', {
  caughtBy: 'retry-only-what-may-pass',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  alsoBreaks: ['wait-as-told'],
  wrong: (bench) => catchingOfetch(bench, { retry: 1 }),
  right: (bench) => fetchByOfetch(bench, plainOfetch),
})
