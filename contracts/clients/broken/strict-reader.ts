import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** The fields that a document may begin with. */
const known = /^\{"(success|call_id|url|error|detail)"/

/** Refuses an answer with a field that its document does not name. */
export const strictReader = broken('strict-reader', {
  caughtBy: 'tolerate-additions',
  vendors: ['osvi', 'envoy', 'feather'],
  alsoBreaks: [
    'only-a-ready-status-plays',
    'survive-an-unknown-status',
    'tell-absent-from-not-found',
    'survive-any-error-body',
    'tolerate-null-metadata',
    'say-what-was-told',
  ],
  wrong: {
    read: (vendor, answered, now) =>
      known.test(answered.body) ? correct.read(vendor, answered, now) : { kind: 'unavailable' },
  },
})
