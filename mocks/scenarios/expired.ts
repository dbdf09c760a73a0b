import { deadSource, defaultWorld, recorded, someReplies, withPlayable } from './default.ts'
import { defineScenario } from './define.ts'

/** A link that is dead on arrival. */
export const expired = defineScenario({
  name: 'expired',
  title:
    'The recording is there, but its link arrives dead; at Voqo the source is gone and the replies remain.',
  world: (start, seed) =>
    withPlayable(defaultWorld(start, seed), {
      segments: [{ ...recorded(start, 'CRplayable', 'completed'), ...deadSource }],
      replies: someReplies(start),
    }),
})
