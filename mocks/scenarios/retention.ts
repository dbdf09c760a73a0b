import { defaultWorld, recorded, someReplies, withPlayable } from './default.ts'
import { defineScenario } from './define.ts'

const day = 86_400_000

/** A recording that is older than its vendor keeps it. */
export const retention = defineScenario({
  name: 'retention',
  title:
    'The recording is 200 days old: Voqo has given it up after six months and keeps the replies; elsewhere it plays.',
  world: (start, seed) =>
    withPlayable(defaultWorld(start, seed), {
      segments: [
        { ...recorded(start, 'CRplayable', 'completed'), startedAt: Math.max(0, start - 200 * day) },
      ],
      replies: someReplies(start),
    }),
})
