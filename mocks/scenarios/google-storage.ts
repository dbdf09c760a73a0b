import { vendors } from '../vendors/index.ts'
import { deadSource, defaultWorld, recorded, withPlayable } from './default.ts'
import { defineScenario } from './define.ts'

/** Links that Google's storage answers, and that arrive dead: an end that is no 403. */
export const googleStorage = defineScenario({
  name: 'google-storage',
  title:
    'All links lead to Google’s storage and arrive dead, which is a 400 there; at Voqo the source is gone.',
  world: (start, seed) => ({
    ...withPlayable(defaultWorld(start, seed), {
      segments: [{ ...recorded(start, 'CRplayable', 'completed'), ...deadSource }],
    }),
    storage: Object.fromEntries(vendors.map(({ id }) => [id, 'gcs' as const])),
  }),
})
