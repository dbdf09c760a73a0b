import { broken } from '../broken-client.ts'

/** Calls a recording whose URL is dead an outage. */
export const deadIsDown = broken('dead-is-down', {
  caughtBy: 'refresh-when-the-url-has-died',
  vendors: ['quo', 'osvi', 'feather'],
  alsoBreaks: ['say-what-was-told'],
  wrong: { refused: () => ({ kind: 'unavailable' }) },
})
