import { type Instant, lastInstant, monthsAfter } from './instant.ts'
import type { Segment } from './recording.ts'
import { settled, type Timeline } from './timeline.ts'
import type { World } from './world.ts'

/** When a vendor gives a recording up; `undefined` where the world sets no term, or nobody knows when it began. */
const termOf = (world: World, vendor: string, { startedAt }: Segment): Instant | undefined => {
  const months = world.retention?.[vendor]
  const term = months === undefined || startedAt === null ? undefined : monthsAfter(startedAt, months)
  return term !== undefined && term <= lastInstant ? term : undefined
}

/** Whether a segment's stored bytes exist at a vendor, over time: the world's own word, until its term is over. */
export const sourceOf = (world: World, vendor: string, segment: Segment): Timeline<'kept' | 'gone'> => {
  const { source } = segment
  const term = termOf(world, vendor, segment)
  if (term === undefined) return source
  const before = source.changes.filter(({ at }) => at < term)
  return settled({ initially: source.initially, changes: [...before, { at: term, to: 'gone' }] })
}
