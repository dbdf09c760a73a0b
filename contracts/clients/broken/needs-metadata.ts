import { broken } from '../broken-client.ts'
import { rereading } from '../rereading.ts'

/** Takes a recording whose length nobody knows for one that is not ready. */
export const needsMetadata = broken('needs-metadata', {
  caughtBy: 'tolerate-null-metadata',
  vendors: ['quo', 'envoy', 'feather'],
  alsoBreaks: [
    'only-a-ready-status-plays',
    'survive-an-unknown-status',
    'report-each-segments-own-state',
    'tolerate-additions',
    'say-what-was-told',
  ],
  wrong: rereading((outcome) =>
    outcome.kind === 'playable' &&
    outcome.segments.some(({ url, durationSeconds }) => url && durationSeconds === undefined)
      ? { kind: 'processing' }
      : outcome,
  ),
})
