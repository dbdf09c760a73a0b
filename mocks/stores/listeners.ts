import type { JournalEntry } from '../journal.ts'

/** Those in this process who watch journals, by sandbox. */
export interface Listeners {
  readonly watch: (sandbox: string, listener: (entry: JournalEntry) => void) => () => void
  /** @param read asked only where somebody listens */
  readonly tell: (sandbox: string, read: () => JournalEntry) => void
}

/** Opens a list of listeners. */
export const openListeners = (): Listeners => {
  const listeners = new Map<string, Set<(entry: JournalEntry) => void>>()
  return {
    watch: (sandbox, listener) => {
      const told = listeners.get(sandbox) ?? new Set()
      listeners.set(sandbox, told.add(listener))
      return () => {
        told.delete(listener)
        if (told.size === 0 && listeners.get(sandbox) === told) listeners.delete(sandbox)
      }
    },
    tell: (sandbox, read) => {
      const told = listeners.get(sandbox)
      if (told) for (const listener of told) listener(read())
    },
  }
}
