import { unused } from '../world/usage.ts'
import { type Bounds, boundsFrom } from './bounds.ts'
import type { SessionState, Store } from './define.ts'
import { type KeptJournal, openKeptJournal } from './kept-journal.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { openListeners } from './listeners.ts'
import { usageWithout } from './usage-without.ts'

interface Kept {
  state: SessionState
  ledger: Ledger
  readonly journal: KeptJournal
  /** What was bound to it. */
  readonly credentials: string[]
}

/** Keeps sessions in this process's memory, within bounds. */
export const memoryStore = (bounds: Bounds = {}): Store => {
  const held = boundsFrom(bounds)
  const { journalEntries, sandboxes } = held
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
    if (kept.size <= sandboxes) return
    // The default one may be the oldest, and is spared.
    const [oldest, next] = kept.keys()
    const dropped = oldest === 'default' ? next : oldest
    if (dropped !== undefined) remove(dropped)
  }

  return {
    bounds: held,
    state: async (sandbox) => used(sandbox)?.state,
    change: async (sandbox, expected, next, forget = {}) => {
      const found = kept.get(sandbox)
      if ((found?.state.version ?? 0) !== expected) return false
      const state = { ...next, version: ++latest }
      if (found) {
        found.state = state
        found.ledger = openLedger(usageWithout(found.ledger.usage(), forget))
        if (forget.journal) found.journal.clear()
      } else {
        const journal = openKeptJournal(journalEntries)
        kept.set(sandbox, { state, ledger: openLedger(), journal, credentials: [] })
        evict()
      }
      return true
    },
    touch: (sandbox, expected, touch, now, credential) => {
      if (credential !== undefined && bound.get(credential) !== sandbox) return { version: 0, usage: unused }
      const found = used(sandbox)
      if (!found || found.state.version !== expected)
        return { version: found?.state.version ?? 0, usage: unused }
      return { version: expected, usage: found.ledger.count(touch, now) }
    },
    usage: async (sandbox) => kept.get(sandbox)?.ledger.usage() ?? unused,
    append: (sandbox, draft) => {
      const found = kept.get(sandbox)
      if (!found) return
      const seq = found.journal.add(draft)
      tell(sandbox, () => found.journal.entry(seq))
    },
    watch,
    journal: async (sandbox, after = 0) => kept.get(sandbox)?.journal.after(after) ?? [],
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
