import { defaultWorld } from './default.ts'
import { defineScenario } from './define.ts'

/** Everything is well. */
export const valid = defineScenario({
  name: 'valid',
  title: 'The recording plays, and its link lives as long as the vendor says.',
  world: defaultWorld,
})
