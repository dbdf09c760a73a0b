import type { Draft, JournalEntry } from '../journal.ts'

/** A journal in memory: the newest entries, written down when somebody reads them. */
export interface KeptJournal {
  /** Takes an exchange in. @returns its number */
  add(draft: Draft): number
  /** The entry of a number that is still kept, the same one each time. */
  entry(seq: number): JournalEntry
  /** The entries after a number, oldest first. */
  after(seq: number): readonly JournalEntry[]
  /** Forgets them; the numbers go on. */
  clear(): void
}

/** Opens a journal that keeps so many entries: in a ring, whose places are taken again. */
export const openKeptJournal = (most: number): KeptJournal => {
  let places: (Draft | JournalEntry)[] = []
  let latest = 0
  let forgotten = 0
  const entry = (seq: number): JournalEntry => {
    const place = (seq - 1) % most
    const kept = places[place] as Draft | JournalEntry
    const written = 'seq' in kept ? kept : { seq, ...kept.written() }
    places[place] = written
    return written
  }
  return {
    add: (draft) => {
      places[latest % most] = draft
      return ++latest
    },
    entry,
    after: (seq) => {
      const before = Math.max(seq, forgotten, latest - most)
      return Array.from({ length: Math.max(0, latest - before) }, (_, nth) => entry(before + 1 + nth))
    },
    clear: () => {
      places = []
      forgotten = latest
    },
  }
}
