import type { Draft, JournalEntry } from '../journal.ts'

/** An exchange under its number: the journal holds thousands, so each is no more than this. */
interface Line {
  readonly seq: number
  readonly draft: Draft
  written: JournalEntry | undefined
}

/** The entry of a line, the same one each time. */
export const written = (line: Line): JournalEntry => {
  line.written ??= { seq: line.seq, ...line.draft() }
  return line.written
}

/** A journal in memory: the newest entries, written down when somebody reads them. */
export interface KeptJournal {
  /** Takes an exchange in under the next number. */
  add(draft: Draft): Line
  /** The entries after a number, oldest first. */
  after(seq: number): readonly JournalEntry[]
  /** Forgets them; the numbers go on. */
  clear(): void
}

/** Opens a journal that keeps so many entries. */
export const openKeptJournal = (most: number): KeptJournal => {
  let kept: Line[] = []
  let latest = 0
  return {
    add: (draft) => {
      const line: Line = { seq: ++latest, draft, written: undefined }
      kept.push(line)
      // Cut in one go now and then, rather than shifting the array at every request.
      if (kept.length > most * 1.25) kept = kept.slice(-most)
      return line
    },
    after: (seq) => {
      const fresh = Math.min(most, Math.max(0, latest - seq), kept.length)
      return fresh === 0 ? [] : kept.slice(-fresh).map(written)
    },
    clear: () => {
      kept = []
    },
  }
}
