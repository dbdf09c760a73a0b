import { openGenerations } from './generations.ts'

/** The longest text that something is remembered by, in characters: what is longer is rare, and could fill the memory. */
const longest = 2048

/** What a pure function of a text gave of late, else what it gives now. */
export type Recall<T> = (text: string, make: () => T) => T

/**
 * Remembers what was made of texts: whoever asks again is answered the same, only sooner.
 * @param most after so many new texts the older ones begin to be forgotten
 */
export const remember = <T extends object | string>(most = 2048): Recall<T> => {
  const known = openGenerations<T>(most)
  return (text, make) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const made = make()
    if (text.length <= longest) known.set(text, made)
    return made
  }
}
