import { broken } from '../broken-client.ts'
import { rereading } from '../rereading.ts'

/** Says that a request was wrong and not how. */
export const detailsDropped = broken('details-dropped', {
  caughtBy: 'surface-validation-details',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  wrong: rereading((outcome) => (outcome.kind === 'invalid-request' ? { ...outcome, details: [] } : outcome)),
})
