import type { JournalEntry } from '../journal.ts'
import type { Vendor } from '../vendors/define.ts'
import { type Verdict, verdictOn } from './verdict.ts'

/** An entry as the control API tells it: with what the vendor's document says of the answer. */
export interface ToldEntry extends JournalEntry {
  readonly verdict: Verdict
}

/** Judged when it is read: answering pays nothing for it. */
export const toldEntry =
  (vendors: readonly Vendor[]) =>
  (entry: JournalEntry): ToldEntry => ({ ...entry, verdict: verdictOn(vendors, entry) })
