import { vendors } from '../vendors/index.ts'
import { defaultWorld } from './default.ts'
import { defineScenario } from './define.ts'

/** Links without a signature. */
export const plainStorage = defineScenario({
  name: 'plain-storage',
  title:
    'Links carry no signature and no end: they play for as long as the file is there, whatever lifetime is told.',
  world: (start, seed) => ({
    ...defaultWorld(start, seed),
    storage: Object.fromEntries(vendors.map(({ id }) => [id, 'plain' as const])),
  }),
})
