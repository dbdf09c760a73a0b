import type { Line } from './measure.ts'
import { grouped } from './statistics.ts'

/** Three digits that say something, and no more: what comes behind them differs from round to round. */
const figure = (value: number): string =>
  value >= 100
    ? grouped(Math.round(value))
    : value
        .toPrecision(3)
        .replace(/^(\d+\.\d*?)0+$/, '$1')
        .replace(/\.$/, '')

const cellsOf = ({ missing, ...line }: Line): readonly string[] =>
  missing === undefined ? measuredOf(line) : [line.bench, line.name, missing]

const measuredOf = ({ bench, name, unit, median, least, most, ratio, target }: Line): readonly string[] => [
  bench,
  name,
  `${figure(median)} ${unit}`,
  `${figure(least)} – ${figure(most)}`,
  ratio ? `${figure(ratio.of)} × ${ratio.to}` : '',
  target ? `${target.says}: ${target.reached ? 'reached' : 'missed'}` : '',
]

const columns = ['bench', 'what', 'median', 'least – most', 'against', 'target']

/** Lines as a table of plain text, its columns as wide as they have to be. */
export const tableOf = (lines: readonly Line[]): string => {
  const rows = [columns, ...lines.map(cellsOf)]
  const widths = columns.map((_, at) => Math.max(...rows.map((cells) => cells[at]?.length ?? 0)))
  return rows
    .map((cells) =>
      cells
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
