import { brokenOn } from '../broken-on.ts'
import { fetchBySuperagent, plainSuperagent } from '../superagent.ts'

/** Gives every request a parameter for the API, which superagent adds to a signed URL as well. */
export const superagentAddsToTheQuery = brokenOn('superagent-adds-to-the-query', {
  caughtBy: 'use-the-url-byte-for-byte',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  alsoBreaks: ['say-what-was-told', 'a-skewed-clock-still-plays'],
  wrong: () => fetchBySuperagent((request) => plainSuperagent(request.query({ app: 'player' }))),
  right: () => fetchBySuperagent(plainSuperagent),
})
