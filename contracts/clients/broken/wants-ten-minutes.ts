import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Gives nothing out that has less than ten minutes to live. */
export const wantsTenMinutes = broken('wants-ten-minutes', {
  caughtBy: 'say-what-was-told',
  vendors: ['osvi', 'envoy', 'feather'],
  alsoBreaks: [
    'a-skewed-clock-still-plays',
    'only-a-ready-status-plays',
    'survive-an-unknown-status',
    'tolerate-additions',
    'tolerate-null-metadata',
  ],
  wrong: {
    read: (vendor, answered, now) => {
      const outcome = correct.read(vendor, answered, now)
      const soon = now + 600_000
      return outcome.kind === 'playable' && outcome.segments.some(({ expiresAt = soon }) => expiresAt < soon)
        ? { kind: 'expired' }
        : outcome
    },
  },
})
