import { keyHeaders } from '../../mocks/vendors/ask.ts'
import type { Vendor } from '../../mocks/vendors/define.ts'
import { type Draw, draw } from '../../mocks/world/seed.ts'
import type { Usage } from '../../mocks/world/usage.ts'
import type { World } from '../../mocks/world/world.ts'

/** A world whose keys for one vendor are fresh: no other run has ever seen them, so wherever one turns up, it was leaked. */
export interface CanaryWorld {
  readonly world: World
  readonly usage: Usage
  readonly keys: readonly { readonly account: string; readonly value: string }[]
  /** The headers that say who asks; of an account without a key, one with a key that nobody holds. */
  readonly credentialsOf: (account: string) => Readonly<Record<string, string>>
}

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'

const canary = (drawn: Draw, length: number): string => {
  let text = ''
  while (text.length < length) text += alphabet[drawn.below(alphabet.length)]
  return text
}

/**
 * Replaces the keys of a world by canaries of the vendor's own length, drawn from a seed; what was counted goes along.
 * @param askers the accounts that will ask, whether the world has them or not
 */
export const withCanaries = (
  { world: given, usage, seed }: { readonly world: World; readonly usage: Usage; readonly seed: number },
  vendor: Vendor,
  askers: readonly string[],
): CanaryWorld => {
  const { credential } = vendor
  if (!credential) return { world: given, usage, keys: [], credentialsOf: () => ({}) }
  const fresh = (account: string, index: number): string =>
    canary(draw(seed, 'canary', vendor.id, account, index), credential.defaultKey.length)
  const replaced = new Map<string, string>()
  const keys: { account: string; value: string }[] = []
  const accounts = given.accounts.map((account) => ({
    ...account,
    keys: account.keys.map((key, index) => {
      if (key.vendor !== vendor.id) return key
      const value = fresh(account.id, index)
      replaced.set(`${vendor.id} ${key.value}`, `${vendor.id} ${value}`)
      keys.push({ account: account.id, value })
      return { ...key, value }
    }),
  }))
  const keyFor = (asker: string): string | undefined => keys.find(({ account }) => account === asker)?.value
  for (const asker of askers)
    if (keyFor(asker) === undefined) keys.push({ account: asker, value: fresh(asker, 0) })
  return {
    world: { ...given, accounts },
    usage: {
      ...usage,
      accepted: Object.fromEntries(
        Object.entries(usage.accepted).map(([key, instants]) => [replaced.get(key) ?? key, instants]),
      ),
    },
    keys,
    credentialsOf: (account) => keyHeaders(vendor, keyFor(account) ?? fresh(account, 0)),
  }
}
