import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Makes milliseconds of what already are milliseconds: a link lives a thousand times too long. */
export const millisecondsTwice = broken('milliseconds-twice', {
  caughtBy: 'read-the-lifetime',
  vendors: ['osvi', 'feather'],
  alsoBreaks: ['never-hand-out-a-dead-url', 'a-skewed-clock-still-plays'],
  wrong: {
    read: (vendor, answered, now) => {
      const outcome = correct.read(vendor, answered, now)
      if (outcome.kind !== 'playable') return outcome
      const segments = outcome.segments.map(({ expiresAt, ...segment }) =>
        expiresAt === undefined ? segment : { ...segment, expiresAt: now + (expiresAt - now) * 1000 },
      )
      return { ...outcome, segments }
    },
  },
})
