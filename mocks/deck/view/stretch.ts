import type { Instant } from '../../world/instant.ts'
import type { Scale } from '../scale.ts'

/** Where a stretch of time lies on the line. */
export const stretch = (scale: Scale, from: Instant | null, to: Instant | null | undefined) => {
  const left = from === null ? 0 : scale.placeOf(from)
  const right = to === null || to === undefined ? 1 : scale.placeOf(to)
  return { left: `${left * 100}%`, width: `${Math.max(0, right - left) * 100}%` }
}
