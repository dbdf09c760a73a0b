import type { KeyState } from '../world/account.ts'
import { timeline } from '../world/timeline.ts'
import { defaultWorld } from './default.ts'
import { defineScenario } from './define.ts'

const minute = 60_000

/** A key that ends in the middle of a day. */
export const expiringKey = defineScenario({
  name: 'expiring-key',
  title:
    "The app's key expires ten minutes after the start, and is revoked after twenty; until then all is well.",
  world: (start, seed) => {
    const world = defaultWorld(start, seed)
    const state = timeline<KeyState>(
      'valid',
      [start + 10 * minute, 'expired'],
      [start + 20 * minute, 'revoked'],
    )
    return {
      ...world,
      accounts: world.accounts.map((account) =>
        account.id === 'default'
          ? { ...account, keys: account.keys.map((key) => ({ ...key, state })) }
          : account,
      ),
    }
  },
})
