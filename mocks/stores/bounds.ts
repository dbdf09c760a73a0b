/** How much a store keeps. */
export interface Bounds {
  /** Journal entries of each sandbox, the newest. @default 5000 */
  readonly journalEntries?: number
  /** Sandboxes, the most recently used; the default one is never dropped. @default 10000 */
  readonly sandboxes?: number
}

/** The bounds that hold, those that were given first. */
export const boundsFrom = ({ journalEntries = 5000, sandboxes = 10_000 }: Bounds): Required<Bounds> => ({
  journalEntries,
  sandboxes,
})
