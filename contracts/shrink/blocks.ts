/**
 * Leaves out as much of a list as it can: first halves, then ever smaller blocks, last single items.
 * @param takes whether what is left will do; it is the new list then
 */
export const dropBlocks = async <T>(
  given: readonly T[],
  takes: (kept: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> => {
  let items = given
  for (let size = items.length; size >= 1; size = Math.floor(size / 2)) {
    // From the end: what comes after the last event that matters is the first to go.
    for (let at = items.length - size; at > -size; at -= size) {
      const from = Math.max(0, at)
      const kept = items.toSpliced(from, at + size - from)
      if (kept.length < items.length && (await takes(kept))) items = kept
    }
  }
  return items
}

/**
 * Leaves out two items at a time that need not be neighbours: what is undone further on, and what undoes it.
 * @param takes whether what is left will do; it is the new list then
 */
export const dropPairs = async <T>(
  given: readonly T[],
  takes: (kept: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> => {
  let items = given
  for (let second = items.length - 1; second > 0; second--)
    for (let first = second - 1; first >= 0; first--) {
      const kept = items.filter((_, at) => at !== first && at !== second)
      if (!(await takes(kept))) continue
      items = kept
      break
    }
  return items
}
