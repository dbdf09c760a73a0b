import type { JournalEntry } from './journal.ts'
import type { Vendor } from './vendors/define.ts'
import { boundariesOf, inOrder } from './world/boundaries.ts'
import type { Instant } from './world/instant.ts'
import type { Usage } from './world/usage.ts'
import type { World } from './world/world.ts'

/** What decides about the boundaries of a session. */
export interface Bounding {
  readonly world: World
  readonly vendors: readonly Vendor[]
  readonly journal: readonly JournalEntry[]
  readonly usage: Usage
}

/** Every instant at which some answer changes: the world's own, the ends of the links handed out, those of quota windows. */
export const sessionBoundaries = ({ world, vendors, journal, usage }: Bounding): readonly Instant[] => {
  const windows = new Map(vendors.map(({ id, rateLimit }) => [id, rateLimit?.windowMs ?? 0]))
  const ends = Object.entries(usage.accepted).flatMap(([key, instants]) => {
    const windowMs = windows.get(key.split(' ')[0] ?? '') ?? 0
    return windowMs > 0 ? instants.map((at) => at + windowMs) : []
  })
  return inOrder([
    ...boundariesOf(world),
    ...journal.flatMap(({ grants }) => grants.flatMap(({ until, diesAt }) => [until, diesAt])),
    ...ends,
  ])
}
