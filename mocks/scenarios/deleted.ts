import { defaultWorld, recorded, withPlayable } from './default.ts'
import { defineScenario } from './define.ts'

/** A recording that was there and was taken back. */
export const deleted = defineScenario({
  name: 'deleted',
  title: 'The recording was deleted.',
  world: (start, seed) =>
    withPlayable(defaultWorld(start, seed), { segments: [recorded(start, 'CRplayable', 'deleted')] }),
})
