/**
 * The least value that so large a share of all values does not exceed; 0 of nothing.
 * @param share from 0 to 1
 * @example percentile([5, 1, 3], 0.5) // 3
 */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

/** The value in the middle; of an even number of values the lower one. */
export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** `1,234,567`, the same in every country. */
export const grouped = (count: number): string => count.toLocaleString('en-US')

/** Adds up counts by name. */
export const addCounts = (
  many: readonly Readonly<Record<string, number>>[],
): Readonly<Record<string, number>> => {
  const sum: Record<string, number> = {}
  for (const counts of many)
    for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count
  return sum
}
