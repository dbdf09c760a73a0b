import { broken } from '../broken-client.ts'
import { resegmenting } from '../rereading.ts'

/** Calls every segment ready as soon as one plays. */
export const allSegmentsReady = broken('all-segments-ready', {
  caughtBy: 'report-each-segments-own-state',
  vendors: ['quo'],
  alsoBreaks: ['a-null-url-is-not-playable', 'only-a-ready-status-plays'],
  wrong: resegmenting((segments) => segments.map((segment) => ({ ...segment, state: 'ready' as const }))),
})
