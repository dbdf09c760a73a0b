import { broken } from '../broken-client.ts'
import { rereading } from '../rereading.ts'

/** Has a state for every recording but the one that plays. */
export const playsNothingNew = broken('plays-nothing-new', {
  caughtBy: 'say-what-was-told',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: [
    'only-a-ready-status-plays',
    'survive-an-unknown-status',
    'report-each-segments-own-state',
    'tolerate-null-metadata',
    'tolerate-additions',
  ],
  wrong: rereading((outcome) => (outcome.kind === 'playable' ? { kind: 'processing' } : outcome)),
})
