import type { Cell, Place } from './coverage.ts'
import { phases } from './phases.ts'
import { troubles } from './troubles.ts'

/** How many cells of a kind there are. */
export const countOf = (places: readonly Place[], kind: Cell['kind']): number =>
  places.filter(({ cell }) => cell.kind === kind).length

/** `22`, or `0` with the reason: how many phases of a pair of operation and disturbance were visited. */
const summary = (places: readonly Place[]): string => {
  const visited = countOf(places, 'visited')
  return countOf(places, 'unreachable') === places.length ? '–' : `${visited}/${places.length}`
}

/**
 * The table in Markdown: a row for each disturbance, a column for each operation, in each cell in how many phases it was
 * visited.
 */
export const coverageTable = (places: readonly Place[]): string => {
  const operations = [...new Set(places.map(({ operation }) => operation))]
  const reasons = new Map<string, number>()
  for (const { cell } of places)
    if (cell.kind === 'unreachable') reasons.set(cell.reason, (reasons.get(cell.reason) ?? 0) + 1)
  const share = (100 * countOf(places, 'unreachable')) / places.length
  return [
    `Phases: ${phases.map(([name]) => name).join(', ')}.`,
    '',
    `| disturbance | ${operations.join(' | ')} |`,
    `| --- |${' --- |'.repeat(operations.length)}`,
    ...troubles.map(([trouble]) => {
      const row = places.filter((place) => place.trouble === trouble)
      const cells = operations.map((operation) =>
        summary(row.filter((place) => place.operation === operation)),
      )
      return `| ${trouble} | ${cells.join(' | ')} |`
    }),
    '',
    `${places.length} cells: ${countOf(places, 'visited')} visited, ${countOf(places, 'unreachable')} unreachable (${share.toFixed(1)} %).`,
    ...[...reasons].map(([reason, count]) => `${count} unreachable by ${reason}.`),
  ].join('\n')
}
