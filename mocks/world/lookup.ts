import type { Account, Key } from './account.ts'
import { populationCall } from './population.ts'
import type { Call } from './recording.ts'
import { type Recall, remember } from './remember.ts'
import type { World } from './world.ts'

/** A key together with whose it is. */
export interface HeldKey {
  readonly account: Account
  readonly key: Key
}

interface Index {
  readonly calls: ReadonlyMap<string, Call>
  readonly keys: ReadonlyMap<string, HeldKey>
  /** Calls of the population that were asked for of late, by their number. */
  readonly computed: Recall<Call>
}

const indices = new WeakMap<World, Index>()

const indexOf = (world: World): Index => {
  const known = indices.get(world)
  if (known) return known
  const index: Index = {
    calls: new Map(world.calls.map((call) => [call.ref, call])),
    keys: new Map(
      world.accounts.flatMap((account) =>
        account.keys.map((key) => [`${key.vendor} ${key.value}`, { account, key }] as const),
      ),
    ),
    computed: remember(),
  }
  indices.set(world, index)
  return index
}

/** The call of a ref, listed or of the population. */
export const callOf = (world: World, ref: string): Call | undefined => {
  const { calls, computed } = indexOf(world)
  const listed = calls.get(ref)
  const { population, seed } = world
  if (listed || !population) return listed
  const index = /^p(0|[1-9]\d{0,9})$/.exec(ref)?.[1]
  return index !== undefined && Number(index) < population.count
    ? computed(index, () => populationCall(population, seed, Number(index)))
    : undefined
}

/** The key of a vendor by its text, and whose it is. */
export const keyOf = (world: World, vendor: string, value: string): HeldKey | undefined =>
  indexOf(world).keys.get(`${vendor} ${value}`)
