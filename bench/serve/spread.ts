import { customWorld } from '../../mocks/scenarios/custom.ts'
import { idOf } from '../../mocks/vendors/lookup.ts'
import { vendorNamed } from '../../mocks/vendors/named.ts'
import { populationCall } from '../../mocks/world/population.ts'
import type { Asked } from './load.ts'
import { askedOf, quo } from './route.ts'
import { quoId, thousand, worldOf } from './thousand.ts'

/** A world, and a thousand requests for calls from all over it. */
export interface Spread {
  readonly world: object
  readonly requests: readonly [Asked, ...Asked[]]
}

const places = (calls: number): readonly number[] =>
  Array.from({ length: thousand }, (_, nth) => Math.floor((nth * calls) / thousand))

const each = (ids: readonly string[]): readonly [Asked, ...Asked[]] => {
  const [first = quo.requests[0], ...rest] = ids.map(askedOf)
  return [first, ...rest]
}

/** So many calls, listed one by one. */
export const listed = (calls: number): Spread => ({
  world: worldOf(calls),
  requests: each(places(calls).map(quoId)),
})

/** So many calls, computed when they are asked for. */
export const populated = (count: number): Spread => {
  const layout = { ...worldOf(0), population: { count } }
  const world = customWorld(layout, 0)
  const vendor = vendorNamed('quo', 'Cannot measure')
  const { population = { count, account: 'default' }, seed } = world
  const calls = places(count).map((nth) => populationCall(population, seed, nth))
  const ready = calls.filter(({ segments }) => segments[0]?.status.initially === 'completed')
  return { world: layout, requests: each(ready.map((call) => idOf(vendor, world, call))) }
}
