import { firstAfter } from './first-after.ts'
import type { Instant } from './instant.ts'
import { sourceOf } from './retention.ts'
import { changesOf } from './timeline.ts'
import type { World } from './world.ts'

/**
 * The instants at which a world itself changes some answer, in order, each once. A session adds the ends of the links
 * it has handed out and of the quota windows in use.
 */
export const boundariesOf = (world: World): readonly Instant[] => {
  const known = found.get(world)
  if (known) return known
  const boundaries = boundariesIn(world)
  found.set(world, boundaries)
  return boundaries
}

/** A world never changes, and a large one is asked again and again. */
const found = new WeakMap<World, readonly Instant[]>()

const boundariesIn = (world: World): readonly Instant[] =>
  inOrder([
    ...world.accounts.flatMap(({ keys }) => keys.flatMap(({ state }) => changesOf(state))),
    ...world.calls.flatMap(({ known, codeValid, policy, redaction, segments, replies }) => [
      ...[known, codeValid, policy, redaction].flatMap((one) => (one ? changesOf(one) : [])),
      ...replies.map(({ at }) => at),
      ...segments.flatMap((segment) => [
        ...[segment.status, segment.source, segment.link].flatMap(changesOf),
        ...Object.keys(world.retention ?? {}).flatMap((vendor) =>
          changesOf(sourceOf(world, vendor, segment)),
        ),
      ]),
    ]),
    // A window that ends before it begins never opens.
    ...world.disturbances.flatMap(({ from, until }) =>
      from !== undefined && until !== undefined && from >= until ? [] : [from, until],
    ),
  ])

/** Sorts instants and drops repeats and gaps. */
export const inOrder = (instants: readonly (Instant | undefined)[]): readonly Instant[] =>
  [...new Set(instants)].filter((at) => at !== undefined).toSorted((a, b) => a - b)

/** The first boundary after now. */
export const nextBoundary = (boundaries: readonly Instant[], now: Instant): Instant | undefined =>
  boundaries[firstAfter(boundaries, now)]

/** The last boundary before now. */
export const previousBoundary = (boundaries: readonly Instant[], now: Instant): Instant | undefined =>
  boundaries.findLast((at) => at < now)
