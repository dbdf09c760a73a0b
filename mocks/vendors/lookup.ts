import { callOf } from '../world/lookup.ts'
import { type Population, populationDigits, populationIndex, populationRef } from '../world/population.ts'
import type { Call } from '../world/recording.ts'
import { type Recall, remember } from '../world/remember.ts'
import { draw } from '../world/seed.ts'
import type { World } from '../world/world.ts'
import type { Vendor } from './define.ts'

/** A call's id at a vendor: the one the world gives it, else one derived from the seed and the ref. */
export const idOf = (vendor: Vendor, world: World, call: Call): string =>
  call.ids[vendor.id] ?? derived(vendor, world, call.ref)

const derived = (vendor: Vendor, world: World, ref: string): string => {
  const hex = draw(world.seed, 'id', vendor.id, ref).hex(32)
  const index = world.population && /^p\d+$/.test(ref) ? Number(ref.slice(1)) : undefined
  const digits = index === undefined ? hex.slice(0, 10) : populationDigits(world.seed, index)
  return vendor.ids.of(digits + hex.slice(10))
}

/** What one vendor's ids stand for in one world. */
interface Index {
  readonly listed: ReadonlyMap<string, string>
  /** Calls of the population that were asked for of late. */
  readonly computed: Recall<{ readonly call: Call | undefined }>
}

const indices = new WeakMap<World, Map<string, Index>>()

const indexOf = (vendor: Vendor, world: World): Index => {
  const byVendor = indices.get(world) ?? new Map<string, Index>()
  indices.set(world, byVendor)
  const known = byVendor.get(vendor.id)
  if (known) return known
  const listed = new Map(world.calls.map((call) => [idOf(vendor, world, call), call.ref]))
  const index: Index = { listed, computed: remember() }
  byVendor.set(vendor.id, index)
  return index
}

/** The call that a vendor's id stands for, if any. */
export const callById = (vendor: Vendor, world: World, id: string): Call | undefined => {
  const spelt = vendor.ids.canonical?.(id) ?? id
  const { listed, computed } = indexOf(vendor, world)
  const ref = listed.get(spelt)
  if (ref !== undefined) return callOf(world, ref)
  const { population } = world
  return population && computed(spelt, () => ({ call: computedCall(vendor, world, population, spelt) })).call
}

const computedCall = (vendor: Vendor, world: World, population: Population, id: string): Call | undefined => {
  const digits = vendor.ids.digitsOf(id)
  const index = digits === undefined ? undefined : populationIndex(population, world.seed, digits)
  const call = index === undefined ? undefined : callOf(world, populationRef(index))
  return call && idOf(vendor, world, call) === id ? call : undefined
}
