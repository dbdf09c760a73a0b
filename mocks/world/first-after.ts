import type { Instant } from './instant.ts'

/** The place of the first instant later than one, in a list in order; the list's length where there is none. */
export const firstAfter = (instants: readonly Instant[], at: Instant): number => {
  let [low, high] = [0, instants.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((instants[middle] ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}
