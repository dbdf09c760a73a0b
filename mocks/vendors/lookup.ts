import { populationDigits, populationIndex, populationRef } from '../world/population.ts'
import type { Call } from '../world/recording.ts'
import { draw } from '../world/seed.ts'
import { callOf, type World } from '../world/world.ts'
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

const indices = new WeakMap<World, Map<string, ReadonlyMap<string, string>>>()

const refsById = (vendor: Vendor, world: World): ReadonlyMap<string, string> => {
  const byVendor = indices.get(world) ?? new Map<string, ReadonlyMap<string, string>>()
  indices.set(world, byVendor)
  const known = byVendor.get(vendor.id)
  if (known) return known
  const refs = new Map(world.calls.map((call) => [idOf(vendor, world, call), call.ref]))
  byVendor.set(vendor.id, refs)
  return refs
}

/** The call that a vendor's id stands for, if any. */
export const callById = (vendor: Vendor, world: World, id: string): Call | undefined => {
  const spelt = vendor.ids.canonical?.(id) ?? id
  const listed = refsById(vendor, world).get(spelt)
  if (listed !== undefined) return callOf(world, listed)
  const digits = world.population && vendor.ids.digitsOf(spelt)
  if (!world.population || digits === undefined) return undefined
  const index = populationIndex(world.population, world.seed, digits)
  const call = index === undefined ? undefined : callOf(world, populationRef(index))
  return call && idOf(vendor, world, call) === spelt ? call : undefined
}
