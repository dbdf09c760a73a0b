/** Counts things by name, so that a test can show and check how much it has really seen. */
export interface Tally {
  add(name: string): void
  of(name: string): number
  total(): number
  /** `2000 (200: 1800, 404: 200)`. */
  told(): string
}

export const tally = (): Tally => {
  const counts = new Map<string, number>()
  const total = (): number => [...counts.values()].reduce((sum, count) => sum + count, 0)
  return {
    add: (name) => {
      counts.set(name, (counts.get(name) ?? 0) + 1)
    },
    of: (name) => counts.get(name) ?? 0,
    total,
    told: () => {
      const rows = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))
      return `${total()} (${rows.map(([name, count]) => `${name}: ${count}`).join(', ')})`
    },
  }
}
