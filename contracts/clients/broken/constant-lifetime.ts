import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Believes that every URL lives for fifteen minutes. */
export const constantLifetime = broken('constant-lifetime', {
  caughtBy: 'read-the-lifetime',
  vendors: ['osvi', 'envoy', 'feather'],
  alsoBreaks: ['never-hand-out-a-dead-url', 'a-skewed-clock-still-plays'],
  wrong: {
    read: (vendor, answered, now) => {
      const outcome = correct.read(vendor, answered, now)
      if (outcome.kind !== 'playable') return outcome
      return { ...outcome, segments: outcome.segments.map((one) => ({ ...one, expiresAt: now + 900_000 })) }
    },
  },
})
