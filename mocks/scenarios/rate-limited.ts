import { defaultWorld } from './default.ts'
import { defineScenario } from './define.ts'

const effect = { kind: 'status', status: 429, retryAfterSeconds: 30 } as const

/** A quota that is used up, for good. */
export const rateLimited = defineScenario({
  name: 'rate-limited',
  title: 'Every request is one too many; the wait of 30 s is told in each vendor’s own way.',
  world: (start, seed) => ({
    ...defaultWorld(start, seed),
    disturbances: [
      // Feather says in the body how long to wait.
      {
        id: 'feather-quota',
        on: { role: 'api', vendor: 'feather' },
        skip: 0,
        effect: { ...effect, told: 'body' },
      },
      { id: 'quota', on: { role: 'api' }, skip: 0, effect: { ...effect, told: 'header' } },
    ],
  }),
})
