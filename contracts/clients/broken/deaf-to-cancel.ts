import { broken } from '../broken-client.ts'

/** Goes on when nobody wants the answer any more. */
export const deafToCancel = broken('deaf-to-cancel', {
  caughtBy: 'stop-when-cancelled',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  wrong: { obeysCancel: false },
  right: { obeysCancel: true },
})
