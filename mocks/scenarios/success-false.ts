import { defaultWorld } from './default.ts'
import { defineScenario } from './define.ts'

/** A status that lies. */
export const successFalse = defineScenario({
  name: 'success-false',
  title: 'Every 200 of the API says in its body that it failed.',
  world: (start, seed) => ({
    ...defaultWorld(start, seed),
    disturbances: [
      {
        id: 'lie',
        on: { role: 'api' },
        skip: 0,
        effect: { kind: 'hollow', as: 'success-false' },
      },
    ],
  }),
})
