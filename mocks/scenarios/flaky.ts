import { vendors } from '../vendors/index.ts'
import { defaultWorld } from './default.ts'
import { defineScenario } from './define.ts'

/** Trouble that passes. */
export const flaky = defineScenario({
  name: 'flaky',
  title:
    'The first two requests to each vendor fail with 503, then all is well; the first media request is cut off.',
  world: (start, seed) => ({
    ...defaultWorld(start, seed),
    disturbances: vendors.flatMap(({ id: vendor }) => [
      {
        id: `${vendor}-outage`,
        on: { role: 'api' as const, vendor },
        skip: 0,
        count: 2,
        effect: { kind: 'status' as const, status: 503, told: 'untold' as const },
      },
      {
        id: `${vendor}-cut`,
        on: { role: 'storage' as const, vendor },
        skip: 0,
        count: 1,
        effect: { kind: 'reset' as const, at: 'mid-body' as const },
      },
    ]),
  }),
})
