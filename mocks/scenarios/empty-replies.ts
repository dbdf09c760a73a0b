import { defaultWorld, recorded, withPlayable } from './default.ts'
import { defineScenario } from './define.ts'

/** Nobody has replied. */
export const emptyReplies = defineScenario({
  name: 'empty-replies',
  title: 'The recording plays and nobody has replied to it.',
  world: (start, seed) =>
    withPlayable(defaultWorld(start, seed), {
      segments: [recorded(start, 'CRplayable', 'completed')],
      replies: [],
    }),
})
