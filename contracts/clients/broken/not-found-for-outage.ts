import { broken } from '../broken-client.ts'
import { rereading } from '../rereading.ts'

/** Reports an outage as a call that does not exist. */
export const notFoundForOutage = broken('not-found-for-outage', {
  caughtBy: 'tell-missing-from-broken',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: ['survive-any-error-body', 'tolerate-additions', 'say-what-was-told'],
  wrong: {
    lost: () => ({ kind: 'not-found' }),
    ...rereading((outcome) => (outcome.kind === 'unavailable' ? { kind: 'not-found' } : outcome)),
  },
})
