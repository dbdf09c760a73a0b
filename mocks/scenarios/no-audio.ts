import { defaultWorld, recorded, withPlayable } from './default.ts'
import { defineScenario } from './define.ts'

/** A call whose policy keeps no sound. */
export const noAudio = defineScenario({
  name: 'no-audio',
  title: 'At Feather the call keeps no audio and never plays; elsewhere it does.',
  world: (start, seed) =>
    withPlayable(defaultWorld(start, seed), {
      segments: [recorded(start, 'CRplayable', 'completed')],
      policy: 'no_audio',
    }),
})
