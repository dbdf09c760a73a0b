import type { JournalEntry } from '../journal.ts'
import type { Session } from '../session.ts'
import type { Events } from './define.ts'
import { type ToldEntry, toldEntry } from './told-entry.ts'

/** One server-sent event (HTML Living Standard, section 9.2): its id is where a reader that returns goes on. */
const eventOf = (entry: ToldEntry): string =>
  `id: ${entry.seq}\nevent: exchange\ndata: ${JSON.stringify(entry)}\n\n`

/** How many entries wait for a reader that is slower than they come; then it has to begin again where it was. */
export const mostWaiting = 1000

/**
 * A session's journal as events: what is there, then what comes, without a gap or a repeat. Ends early for a reader that
 * does not read, since what waits for it would grow for ever; one that returns says where it was.
 */
export const journalEvents = (session: Session, after: number): Events =>
  async function* (signal) {
    const told = toldEntry(session.vendors)
    const waiting: JournalEntry[] = []
    let isLeftBehind = false
    let wake = (): void => undefined
    const unwatch = session.watch((entry) => {
      isLeftBehind ||= waiting.length >= mostWaiting
      if (isLeftBehind) waiting.length = 0
      else waiting.push(entry)
      wake()
    })
    const left = (): void => wake()
    signal.addEventListener('abort', left, { once: true })
    try {
      // Shows a reader that it is connected although nothing has happened yet.
      yield ': playhead\n\n'
      const before = await session.journal(after)
      yield* before.map((entry) => eventOf(told(entry)))
      const seen = new Set(before.map(({ seq }) => seq))
      while (!signal.aborted && !isLeftBehind) {
        const entry = waiting.shift()
        if (entry && !seen.delete(entry.seq)) yield eventOf(told(entry))
        else if (!entry)
          await new Promise<void>((resolve) => {
            wake = resolve
          })
      }
    } finally {
      unwatch()
      signal.removeEventListener('abort', left)
    }
  }
