import { broken } from '../broken-client.ts'
import { rereading } from '../rereading.ts'

/** Calls a rejected key an outage, which nobody then looks into. */
export const rejectedIsDown = broken('rejected-is-down', {
  caughtBy: 'a-rejected-key-stays-rejected',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: ['say-what-was-told'],
  wrong: rereading((outcome) => (outcome.kind === 'unauthorized' ? { kind: 'unavailable' } : outcome)),
})
