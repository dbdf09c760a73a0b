import type { Instant } from '../world/instant.ts'

/** Time laid out along a line: places run from 0 to 1. */
export interface Scale {
  readonly from: Instant
  readonly to: Instant
  /** Where an instant lies; what is beyond either end lies at the end. */
  placeOf(at: Instant): number
  /** The instant at a place. */
  instantAt(place: number): Instant
  /** Stretches of time that are drawn far shorter than the others. */
  readonly folds: readonly { readonly from: Instant; readonly to: Instant }[]
}

/** What is drawn beyond the outermost boundaries, at least. */
const marginMs = 10 * 60_000

/** The gap between two boundaries from which on more time takes no more room. */
const longestGapMs = 45 * 60_000

/** What a gap is worth in room: short ones stay apart, long ones do not push all others away. */
const roomOf = (gapMs: number): number => Math.log2(1 + Math.min(gapMs, longestGapMs) / 10_000) + 0.25

/** A margin that holds an instant and grows by doubling, so that the line does not move with every second. */
const marginFor = (beyondMs: number): number => {
  let margin = marginMs
  while (margin <= beyondMs) margin *= 2
  return margin
}

/**
 * Lays time out so that every boundary is seen beside the others, seconds and months alike: between two neighbours time runs
 * evenly, and a gap takes room by its logarithm.
 * @param boundaries in any order
 * @param now always lies within
 * @example openScale([0, 900_000], 0).placeOf(900_000) // between 0 and 1
 */
export const openScale = (boundaries: readonly Instant[], now: Instant): Scale => {
  const known = [...new Set(boundaries)].toSorted((a, b) => a - b)
  const [first = now, last = now] = [known[0], known.at(-1)]
  const from = Math.max(0, first - marginFor(first - now))
  const to = last + marginFor(now - last)
  const stops = [...new Set([from, ...known, to])].toSorted((a, b) => a - b)
  const rooms = stops.slice(1).map((at, index) => roomOf(at - (stops[index] ?? at)))
  const whole = rooms.reduce((sum, room) => sum + room, 0)
  const places: number[] = [0]
  for (const room of rooms) places.push((places.at(-1) ?? 0) + room / whole)
  const between = (keys: readonly number[], values: readonly number[], key: number): number => {
    const next = Math.max(
      1,
      keys.findIndex((one, index) => index > 0 && one >= key),
    )
    const [a = 0, b = 1] = [keys[next - 1], keys[next]]
    const [left = 0, right = left] = [values[next - 1], values[next]]
    return left + ((key - a) / (b - a)) * (right - left)
  }
  return {
    from,
    to,
    placeOf: (at) => (at <= from ? 0 : at >= to ? 1 : between(stops, places, at)),
    instantAt: (place) => (place <= 0 ? from : place >= 1 ? to : Math.round(between(places, stops, place))),
    folds: stops.slice(1).flatMap((at, index) => {
      const before = stops[index] ?? at
      return at - before > longestGapMs ? [{ from: before, to: at }] : []
    }),
  }
}
