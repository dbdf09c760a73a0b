import { fetchByAxios, plainAxios } from '../axios.ts'
import { brokenOn } from '../broken-on.ts'

/** Gives every request a parameter for the API, which axios adds to a signed URL as well. */
export const axiosAddsToTheQuery = brokenOn('axios-adds-to-the-query', {
  caughtBy: 'use-the-url-byte-for-byte',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  alsoBreaks: ['say-what-was-told', 'a-skewed-clock-still-plays'],
  wrong: () => fetchByAxios({ ...plainAxios, params: { app: 'player' } }),
  right: () => fetchByAxios(plainAxios),
})
