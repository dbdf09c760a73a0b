import type { Draft, JournalEntry } from '../journal.ts'

/** A journal in memory: the newest entries, written down when somebody reads them. */
export interface KeptJournal {
  /** Takes an exchange in under the next number, and gives back how it is read. */
  add(draft: Draft): () => JournalEntry
  /** The entries after a number, oldest first. */
  after(seq: number): readonly JournalEntry[]
  /** Forgets them; the numbers go on. */
  clear(): void
}

/** Opens a journal that keeps so many entries. */
export const openKeptJournal = (most: number): KeptJournal => {
  let kept: (() => JournalEntry)[] = []
  let latest = 0
  return {
    add: (draft) => {
      const seq = ++latest
      let written: JournalEntry | undefined
      const read = (): JournalEntry => {
        written ??= { seq, ...draft() }
        return written
      }
      kept.push(read)
      // Cut in one go now and then, rather than shifting the array at every request.
      if (kept.length > most * 1.25) kept = kept.slice(-most)
      return read
    },
    after: (seq) => {
      const fresh = Math.min(most, Math.max(0, latest - seq), kept.length)
      return fresh === 0 ? [] : kept.slice(-fresh).map((read) => read())
    },
    clear: () => {
      kept = []
    },
  }
}
