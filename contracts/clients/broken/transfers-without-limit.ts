import { broken } from '../broken-client.ts'

/** Limits the time for an answer’s headers and gives its bytes for ever. */
export const transfersWithoutLimit = broken('transfers-without-limit', {
  caughtBy: 'end-in-bounded-time',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  wrong: { transferLimitMs: () => Number.POSITIVE_INFINITY },
  right: { transferLimitMs: () => 300_000 },
})
