import { allCells, type CoverageTable, coverage } from './coverage.ts'

/** One cell of the coverage, for a thread: cells know each other by their place in the list. */
export interface Covering {
  readonly cell: number
  readonly cases: number
}

/** Covers one cell. */
export const run = ({ cell, cases }: Covering): Promise<CoverageTable> =>
  coverage(cases, allCells.slice(cell, cell + 1))
