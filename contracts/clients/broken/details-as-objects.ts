import { broken } from '../broken-client.ts'
import { rereading } from '../rereading.ts'

/** Makes texts of objects as the language does it. */
export const detailsAsObjects = broken('details-as-objects', {
  caughtBy: 'surface-validation-details',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  wrong: rereading((outcome) =>
    outcome.kind === 'invalid-request' ? { ...outcome, details: ['[object Object]'] } : outcome,
  ),
})
