import { brokenOn } from '../broken-on.ts'
import { catchingOfetch, fetchByOfetch, plainOfetch } from '../ofetch.ts'

/** Gives ofetch's retry a pause, and lets it retry what is limited: ofetch never looks at Retry-After. */
export const ofetchIgnoresRetryAfter = brokenOn('ofetch-ignores-retry-after', {
  caughtBy: 'wait-as-told',
  vendors: ['envoy', 'feather', 'quo'],
  alsoBreaks: ['read-the-lifetime'],
  wrong: (bench) => catchingOfetch(bench, { retry: 1, retryDelay: 1000 }),
  right: (bench) => fetchByOfetch(bench, plainOfetch),
})
