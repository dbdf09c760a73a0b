import { broken } from '../broken-client.ts'
import { resegmenting } from '../rereading.ts'

/** Turns the order of segments round. */
export const newestFirst = broken('newest-first', {
  caughtBy: 'keep-every-segment-in-order',
  vendors: ['quo'],
  alsoBreaks: [
    'give-every-byte',
    'only-a-ready-status-plays',
    'report-each-segments-own-state',
    'say-what-was-told',
  ],
  wrong: resegmenting((segments) => segments.toReversed()),
})
