import { broken } from '../broken-client.ts'
import { resegmenting } from '../rereading.ts'

/** Plays the first segment and forgets the others. */
export const firstSegmentOnly = broken('first-segment-only', {
  caughtBy: 'keep-every-segment-in-order',
  vendors: ['quo'],
  alsoBreaks: ['report-each-segments-own-state', 'say-what-was-told'],
  wrong: resegmenting((segments) => segments.filter(({ url }) => url).slice(0, 1)),
})
