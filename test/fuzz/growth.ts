/**
 * By how many bytes a heap grew once it had warmed up: from the reading after the first quarter to the lowest of the last.
 * Caches fill at first, and a single reading may come too early; what leaks is never given back.
 */
export const grown = (readings: readonly number[]): number => {
  if (readings.length < 4) return 0
  const quarter = Math.floor(readings.length / 4)
  const early = Math.min(...readings.slice(quarter, 2 * quarter))
  return Math.max(0, Math.min(...readings.slice(-quarter)) - early)
}

/** More than any cache of ours grows by late in a run, and less than a leak of a hundred bytes an input comes to. */
export const mostGrowth = 12_000_000
