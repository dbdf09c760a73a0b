import { broken } from '../broken-client.ts'

/** Asks as fast as it is asked, and waits only once it is told to. */
export const neverPaces = broken('never-paces', {
  caughtBy: 'stay-within-the-quota',
  vendors: ['quo'],
  // Eleven questions are one more than a second allows.
  steps: 11,
  wrong: { paceMs: () => 0 },
})
