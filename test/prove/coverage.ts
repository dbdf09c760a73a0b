import fc from 'fast-check'
import { cases as explored } from '../../contracts/arbitraries/cases.ts'
import type { Case } from '../../contracts/case.ts'
import { reference } from '../../contracts/clients/reference.ts'
import type { Rule } from '../../contracts/define.ts'
import { rules } from '../../contracts/rules/index.ts'
import { runCase } from '../../contracts/run/run-case.ts'
import type { Vendor } from '../../mocks/vendors/define.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import { type Cell, confined } from './coverage/confined.ts'
import { hasMet, troubles } from './coverage/met.ts'
import { states } from './coverage/states.ts'
import { reasonFor, type Unreachable } from './coverage/unreachable.ts'

/** A rule in a cell, and how many cases it took until it had something to judge there. */
export interface Visit extends Cell {
  readonly rule: string
  /** `undefined`: it never had. */
  readonly afterCases: number | undefined
  /** Why it never can have. */
  readonly unreachable?: Unreachable
}

/** Rule × state × disturbance: where each rule was judged with the reference client. */
export interface CoverageTable {
  readonly cells: number
  readonly visited: number
  readonly unreachable: number
  /** Neither visited nor unreachable: what exploration lacks. */
  readonly missed: readonly Visit[]
  readonly visits: readonly Visit[]
}

/** Every combination of a state and a trouble. */
export const allCells: readonly Cell[] = [...states.keys()].flatMap((state) =>
  troubles.map((trouble) => ({ state, trouble })),
)

/** Runs explored cases in one cell, until every rule was judged there or they are used up. */
const visitsIn = async (
  cell: Cell,
  samples: readonly (readonly [Vendor, readonly Case[]])[],
  wanted: readonly Rule[],
  cases: number,
): Promise<ReadonlyMap<string, number>> => {
  const seen = new Map<string, number>()
  for (let index = 0; index < cases; index++)
    for (const [vendor, sample] of samples) {
      const left = wanted.filter(({ id, vendors: whose }) => !seen.has(id) && whose.includes(vendor.id))
      const given = sample[index]
      if (left.length === 0 || !given) continue
      const op = cell.trouble === 'die-early' || index % 2 === 1 ? 'download' : 'look'
      const history = await runCase(confined(given, cell, op), vendor, reference)
      if (!hasMet(cell.trouble, history)) continue
      for (const rule of left) if (rule.judge(history).judged > 0) seen.set(rule.id, index + 1)
    }
  return seen
}

/**
 * Finds in which cells each rule had something to judge, at any of its vendors, in explored cases that are moved into
 * the cell. The same number of cases gives the same table.
 * @param cases how many to try in each cell and at each vendor
 * @param cells which cells; all of them where left out
 */
export const coverage = async (cases: number, cells: readonly Cell[] = allCells): Promise<CoverageTable> => {
  const visits: Visit[] = []
  for (const cell of cells) {
    // Cases of its own for each cell: what one sample lacks is not lacking everywhere.
    const seed = allCells.indexOf(cell)
    const samples = vendors.map(
      (vendor) => [vendor, fc.sample(explored(vendor.id), { seed, numRuns: cases })] as const,
    )
    const reason = reasonFor(cell)
    const seen = await visitsIn(cell, samples, reason ? [] : rules, cases)
    for (const { id } of rules) {
      visits.push({
        rule: id,
        ...cell,
        afterCases: seen.get(id),
        ...(reason === undefined ? {} : { unreachable: reason }),
      })
    }
  }
  const isVisited = ({ afterCases }: Visit): boolean => afterCases !== undefined
  return {
    cells: visits.length,
    visited: visits.filter(isVisited).length,
    unreachable: visits.filter(({ unreachable }) => unreachable).length,
    missed: visits.filter((visit) => !isVisited(visit) && !visit.unreachable),
    visits,
  }
}
