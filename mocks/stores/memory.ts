import type { JournalEntry } from '../journal.ts'
import { afterTouch, type Usage, unused } from '../world/usage.ts'
import type { Forgotten, SessionState, Store } from './define.ts'

interface Kept {
  state: SessionState
  usage: Usage
  journal: JournalEntry[]
  seq: number
}

/** How much a memory store keeps. */
export interface MemoryStoreOptions {
  /** Journal entries a sandbox, the newest; 5,000 where left out. */
  readonly journalEntries?: number
  /** Sandboxes, the most recently used; 10,000 where left out. */
  readonly sandboxes?: number
}

const without = ({ accepted, arrivals }: Usage, forgotten: readonly string[]): Usage => ({
  accepted,
  arrivals: Object.fromEntries(Object.entries(arrivals).filter(([id]) => !forgotten.includes(id))),
})

const forgetIn = (found: Kept, { journal, usage, arrivals = [] }: Forgotten): void => {
  if (journal) found.journal = []
  if (usage) found.usage = unused
  else if (arrivals.length > 0) found.usage = without(found.usage, arrivals)
}

/** Keeps sessions in this process's memory, within bounds. */
export const memoryStore = ({
  journalEntries = 5000,
  sandboxes = 10_000,
}: MemoryStoreOptions = {}): Store => {
  const kept = new Map<string, Kept>()
  const bound = new Map<string, string>()
  const listeners = new Map<string, Set<(entry: JournalEntry) => void>>()

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
    kept.delete(sandbox)
    for (const [credential, name] of bound) if (name === sandbox) bound.delete(credential)
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
        forgetIn(found, forget)
      } else {
        kept.set(sandbox, { state, usage: unused, journal: [], seq: 0 })
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
      const numbered = { seq: found ? ++found.seq : 1, ...entry }
      if (!found) return numbered
      found.journal.push(numbered)
      // Cut in one go now and then, rather than shifting the array at every request.
      if (found.journal.length > journalEntries * 1.25) found.journal = found.journal.slice(-journalEntries)
      for (const listener of listeners.get(sandbox) ?? []) listener(numbered)
      return numbered
    },
    watch: (sandbox, listener) => {
      const told = listeners.get(sandbox) ?? new Set()
      listeners.set(sandbox, told.add(listener))
      return () => {
        told.delete(listener)
        if (told.size === 0 && listeners.get(sandbox) === told) listeners.delete(sandbox)
      }
    },
    journal: async (sandbox, after = 0) =>
      (kept.get(sandbox)?.journal ?? []).slice(-journalEntries).filter(({ seq }) => seq > after),
    bind: async (credential, sandbox) => {
      bound.set(credential, sandbox)
    },
    boundTo: async (credential) => bound.get(credential),
    sandboxes: async () => [...kept.keys()].toSorted(),
    remove: async (sandbox) => remove(sandbox),
  }
}
