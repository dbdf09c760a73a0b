import fc from 'fast-check'
import { boundariesOf } from '../../mocks/world/boundaries.ts'
import { type Instant, lastInstant } from '../../mocks/world/instant.ts'
import type { World } from '../../mocks/world/world.ts'
import { worldStart, worlds } from './worlds.ts'

/** How far from a boundary the mistakes lie: just before it, at it, just after it. */
export const nearness = (): fc.Arbitrary<number> => fc.constantFrom(0, -1, 1)

/** One way to choose an instant: near one of some boundaries, near a whole second, or anywhere. */
export interface Moment {
  /** Which boundary, by its place among them; wraps round. `undefined` counts from the start instead. */
  readonly boundary: number | undefined
  /** Milliseconds from the start, where no boundary is meant. */
  readonly afterMs: number
  readonly offsetMs: number
}

/** Ways to choose an instant that shrink to the first boundary itself. */
export const moments = (): fc.Arbitrary<Moment> =>
  fc.record({
    boundary: fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 31 }) },
      { weight: 1, arbitrary: fc.constant(undefined) },
    ),
    afterMs: fc.oneof(
      fc.integer({ min: 0, max: 7200 }).map((seconds) => seconds * 1000),
      fc.integer({ min: 0, max: 7_200_000 }),
    ),
    offsetMs: nearness(),
  })

/** The instant a moment means among some boundaries. @param start where counting begins */
export const instantOf = (
  { boundary, afterMs, offsetMs }: Moment,
  boundaries: readonly Instant[],
  start: Instant = worldStart,
): Instant => {
  const chosen = boundary === undefined ? undefined : boundaries[boundary % Math.max(1, boundaries.length)]
  return Math.min(Math.max(0, (chosen ?? start + afterMs) + offsetMs), lastInstant)
}

/** A world and an instant worth looking at it: near one of its own boundaries more often than not. */
export const scenes = (
  options?: Parameters<typeof worlds>[0],
): fc.Arbitrary<{ world: World; now: Instant }> =>
  fc
    .tuple(worlds(options), moments())
    .map(([world, moment]) => ({ world, now: instantOf(moment, boundariesOf(world)) }))
