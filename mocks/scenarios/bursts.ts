import { defaultWorld } from './default.ts'
import { defineScenario } from './define.ts'

/** Trouble that comes back. */
export const bursts = defineScenario({
  name: 'bursts',
  title: 'Of each five requests to the API the first two fail with 503.',
  world: (start, seed) => ({
    ...defaultWorld(start, seed),
    disturbances: [
      {
        id: 'burst',
        on: { role: 'api' },
        skip: 0,
        count: 2,
        every: 5,
        effect: { kind: 'status', status: 503, told: 'untold' },
      },
    ],
  }),
})
