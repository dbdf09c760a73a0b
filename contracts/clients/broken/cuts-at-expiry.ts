import { broken } from '../broken-client.ts'

/** Cuts a running transfer when its URL expires. */
export const cutsAtExpiry = broken('cuts-at-expiry', {
  caughtBy: 'let-an-open-stream-finish',
  vendors: ['osvi', 'envoy', 'feather'],
  alsoBreaks: ['end-in-bounded-time'],
  wrong: {
    transferLimitMs: (expiresAt, now) => (expiresAt === undefined ? 300_000 : Math.max(1, expiresAt - now)),
  },
  right: { transferLimitMs: () => 300_000 },
})
