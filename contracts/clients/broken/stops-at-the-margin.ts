import { broken } from '../broken-client.ts'

/** Ends a transfer shortly before its URL dies, to be on the safe side. */
export const stopsAtTheMargin = broken('stops-at-the-margin', {
  caughtBy: 'let-an-open-stream-finish',
  vendors: ['osvi', 'envoy', 'feather'],
  wrong: {
    transferLimitMs: (expiresAt, now) =>
      expiresAt === undefined ? 300_000 : Math.max(1, expiresAt - now - 500),
  },
  right: { transferLimitMs: () => 300_000 },
})
