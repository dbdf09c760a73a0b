import { defaultWorld, withPlayable } from './default.ts'
import { defineScenario } from './define.ts'

/** Errors as they were seen, and not as they are published. */
export const liveErrors = defineScenario({
  name: 'live-errors',
  title:
    'The call is unknown, and Quo says so in the words that were seen live, which its document does not have.',
  world: (start, seed) => ({
    ...withPlayable(defaultWorld(start, seed), { known: false }),
    profiles: { quo: 'live' },
  }),
})
