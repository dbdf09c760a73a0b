import { always } from '../world/timeline.ts'
import { defaultWorld } from './default.ts'
import { defineScenario } from './define.ts'

/** A key that no longer counts. */
export const unauthorized = defineScenario({
  name: 'unauthorized',
  title: "The app's key has been revoked; Voqo, which asks for none, answers as ever.",
  world: (start, seed) => {
    const world = defaultWorld(start, seed)
    return {
      ...world,
      accounts: world.accounts.map((account) =>
        account.id === 'default'
          ? { ...account, keys: account.keys.map((key) => ({ ...key, state: always('revoked' as const) })) }
          : account,
      ),
    }
  },
})
