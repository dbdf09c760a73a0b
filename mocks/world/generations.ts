/** Values by text, of which those that nobody asks for are forgotten in time. */
export interface Generations<T> {
  readonly get: (text: string) => T | undefined
  readonly set: (text: string, value: T) => void
}

/**
 * Opens a memory of two generations: what nobody asks for while the younger fills up goes with the older.
 * @param most after so many new texts the older ones begin to be forgotten
 */
export const openGenerations = <T>(most: number): Generations<T> => {
  let young = new Map<string, T>()
  let old: ReadonlyMap<string, T> = new Map()
  const set = (text: string, value: T): void => {
    if (young.size >= most) {
      old = young
      young = new Map()
    }
    young.set(text, value)
  }
  const get = (text: string): T | undefined => {
    const recent = young.get(text)
    if (recent !== undefined) return recent
    const before = old.get(text)
    if (before !== undefined) set(text, before)
    return before
  }
  return { get, set }
}
