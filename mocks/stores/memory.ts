import type { JournalEntry } from '../journal.ts'
import { afterTouch, type Usage, unused } from '../world/usage.ts'
import { type Bounds, boundsFrom } from './bounds.ts'
import type { SessionState, Store } from './define.ts'
import { openListeners } from './listeners.ts'
import { usageWithout } from './usage-without.ts'

interface Kept {
  state: SessionState
  usage: Usage
  journal: JournalEntry[]
  seq: number
  /** What was bound to it. */
  readonly credentials: string[]
}

/** Keeps sessions in this process's memory, within bounds. */
export const memoryStore = (bounds: Bounds = {}): Store => {
  const { journalEntries, sandboxes } = boundsFrom(bounds)
  const kept = new Map<string, Kept>()
  const bound = new Map<string, string>()
  const { watch, tell } = openListeners()

  // Counted for all sandboxes together, so that one removed and made anew is never taken for what it was.
  let latest = 0

  const used = (sandbox: string): Kept | undefined => {
    const found = kept.get(sandbox)
    if (found && kept.size > 1) {
      // A map remembers the order of insertion: the first is the one longest unused.
      kept.delete(sandbox)
      kept.set(sandbox, found)
    }
    return found
  }

  const remove = (sandbox: string): void => {
    // One bound again to another sandbox leads there.
    for (const credential of kept.get(sandbox)?.credentials ?? [])
      if (bound.get(credential) === sandbox) bound.delete(credential)
    kept.delete(sandbox)
  }

  const evict = (): void => {
    const oldest = [...kept.keys()].find((name) => name !== 'default')
    if (kept.size > sandboxes && oldest !== undefined) remove(oldest)
  }

  return {
    state: async (sandbox) => used(sandbox)?.state,
    change: async (sandbox, expected, next, forget = {}) => {
      const found = kept.get(sandbox)
      if ((found?.state.version ?? 0) !== expected) return false
      const state = { ...next, version: ++latest }
      if (found) {
        found.state = state
        found.usage = usageWithout(found.usage, forget)
        if (forget.journal) found.journal = []
      } else {
        kept.set(sandbox, { state, usage: unused, journal: [], seq: 0, credentials: [] })
        evict()
      }
      return true
    },
    touch: async (sandbox, expected, touch, now) => {
      const found = used(sandbox)
      if (!found || found.state.version !== expected)
        return { version: found?.state.version ?? 0, usage: unused }
      const { usage } = found
      found.usage = afterTouch(usage, touch, now)
      return { version: expected, usage }
    },
    usage: async (sandbox) => kept.get(sandbox)?.usage ?? unused,
    append: async (sandbox, entry) => {
      const found = kept.get(sandbox)
      if (!found) return
      const numbered = { seq: ++found.seq, ...entry }
      found.journal.push(numbered)
      // Cut in one go now and then, rather than shifting the array at every request.
      if (found.journal.length > journalEntries * 1.25) found.journal = found.journal.slice(-journalEntries)
      tell(sandbox, numbered)
    },
    watch,
    journal: async (sandbox, after = 0) =>
      (kept.get(sandbox)?.journal ?? []).slice(-journalEntries).filter(({ seq }) => seq > after),
    bind: async (credential, sandbox) => {
      bound.set(credential, sandbox)
      kept.get(sandbox)?.credentials.push(credential)
    },
    boundTo: async (credential) => bound.get(credential),
    sandboxes: async () => [...kept.keys()].toSorted(),
    remove: async (sandbox) => remove(sandbox),
    close: async () => {},
  }
}
