import { broken } from '../broken-client.ts'
import { rereading } from '../rereading.ts'

/** Says that there is no recording where nobody could say. */
export const outageIsAbsence = broken('outage-is-absence', {
  caughtBy: 'tell-missing-from-broken',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: ['survive-any-error-body', 'say-what-was-told'],
  wrong: {
    lost: () => ({ kind: 'absent' }),
    ...rereading((outcome) => (outcome.kind === 'unavailable' ? { kind: 'absent' } : outcome)),
  },
})
