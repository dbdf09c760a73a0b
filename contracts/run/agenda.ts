import type { Instant } from '../../mocks/world/instant.ts'

/** Takes an entry off an {@link Agenda}; harmless once it has run. */
export type Cancel = () => void

interface Entry {
  readonly at: Instant
  readonly owner: string | undefined
  readonly run: () => void
}

/** Virtual time of one run: an instant that only moves forward, and what is to happen when it gets there. */
export interface Agenda {
  readonly now: () => Instant
  /** When the first entry is due; `undefined` where there is none. */
  readonly next: () => Instant | undefined
  /** Has something done at an instant, after everything due then already. @param owner the ask it belongs to */
  readonly add: (at: Instant, run: () => void, owner?: string) => Cancel
  /** Moves to the first entry, if it is not due yet, and runs it. */
  readonly step: () => void
  /** Moves to an instant; everything due before must have run. */
  readonly moveTo: (instant: Instant) => void
  /** Forgets what belongs to an owner. */
  readonly drop: (owner: string) => void
}

/** Opens an agenda. @param onMove told before time moves, from where to where */
export const openAgenda = (start: Instant, onMove: (from: Instant, to: Instant) => void): Agenda => {
  let now = start
  let entries: readonly Entry[] = []

  const moveTo = (instant: Instant): void => {
    if (instant <= now) return
    const from = now
    now = instant
    onMove(from, instant)
  }

  return {
    now: () => now,
    next: () => entries[0]?.at,
    add: (at, run, owner) => {
      const entry: Entry = { at: Math.max(at, now), owner, run }
      const later = entries.findIndex((other) => other.at > entry.at)
      entries = later < 0 ? [...entries, entry] : entries.toSpliced(later, 0, entry)
      return () => {
        entries = entries.filter((other) => other !== entry)
      }
    },
    step: () => {
      const [first, ...rest] = entries
      if (!first) return
      entries = rest
      moveTo(first.at)
      first.run()
    },
    moveTo,
    drop: (owner) => {
      entries = entries.filter((entry) => entry.owner !== owner)
    },
  }
}
