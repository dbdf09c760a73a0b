import { defaultWorld, withPlayable } from './default.ts'
import { defineScenario } from './define.ts'

/** A call that nobody knows. */
export const missing = defineScenario({
  name: 'missing',
  title: 'The vendor does not know the call.',
  world: (start, seed) => withPlayable(defaultWorld(start, seed), { known: false }),
})
