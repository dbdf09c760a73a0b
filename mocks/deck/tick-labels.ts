import { type Instant, toIso } from '../world/instant.ts'
import type { Scale } from './scale.ts'

/** A time written below the line. */
export interface TickLabel {
  readonly at: Instant
  readonly text: string
}

const textOf = (at: Instant, dayOfNow: string): string => {
  const iso = toIso(at)
  const time = iso.slice(11, 19).replace(/:00$/, '')
  return iso.slice(0, 10) === dayOfNow ? time : `${iso.slice(5, 10)} ${time}`
}

/**
 * Chooses the boundaries whose time can be written below the line without touching a neighbour's.
 * @param room how much of the line one label takes
 */
export const tickLabels = (
  boundaries: readonly Instant[],
  scale: Scale,
  now: Instant,
  room: number,
): readonly TickLabel[] => {
  const today = toIso(now).slice(0, 10)
  const labels: TickLabel[] = []
  let taken = -room / 2
  for (const at of boundaries) {
    const place = scale.placeOf(at)
    if (place - taken < room || place > 1 - room / 2) continue
    labels.push({ at, text: textOf(at, today) })
    taken = place
  }
  return labels
}
