import { defaultWorld, threeSegments, withPlayable } from './default.ts'
import { defineScenario } from './define.ts'

/** A call that was paused and resumed. */
export const segments = defineScenario({
  name: 'segments',
  title:
    'Three segments, the middle one deleted; vendors with one recording a call show the first that plays.',
  world: (start, seed) => withPlayable(defaultWorld(start, seed), { segments: threeSegments(start) }),
})
