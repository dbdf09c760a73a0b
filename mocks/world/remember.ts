/** The longest text that something is remembered by, in characters: what is longer is rare, and could fill the memory. */
const longest = 2048

/** What a pure function of a text gave of late, else what it gives now. */
export type Recall<T> = (text: string, make: () => T) => T

/**
 * Remembers what was made of texts: whoever asks again is answered the same, only sooner.
 * @param most after so many new texts the older ones begin to be forgotten
 */
export const remember = <T extends object | string>(most = 2048): Recall<T> => {
  // Two generations: what nobody asks for while the younger fills up goes with the older.
  let young = new Map<string, T>()
  let old: ReadonlyMap<string, T> = new Map()
  return (text, make) => {
    const known = young.get(text)
    if (known !== undefined) return known
    const made = old.get(text) ?? make()
    if (text.length > longest) return made
    if (young.size >= most) {
      old = young
      young = new Map()
    }
    young.set(text, made)
    return made
  }
}
