import type { Soaked } from './soak.ts'

const counted = (count: number): string => count.toLocaleString('en-GB')

/** What came of a soak, in Markdown. */
export const tableOf = ({ checked, faults, grownBytes, heapBytes }: Soaked): string => {
  const rows = Object.entries(checked).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const all = rows.reduce((sum, [, count]) => sum + count, 0)
  return [
    '| answers to | checked |',
    '| --- | ---: |',
    ...rows.map(([what, count]) => `| ${what} | ${counted(count)} |`),
    `| all | ${counted(all)} |`,
    '',
    `Faults: ${faults.length}. The server's heap is ${(heapBytes / 1e6).toFixed(1)} MB; it grew by ${(grownBytes / 1e6).toFixed(1)} MB after it had warmed up.`,
  ].join('\n')
}
