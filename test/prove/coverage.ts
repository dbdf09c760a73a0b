import fc from 'fast-check'
import { cases as explored } from '../../contracts/arbitraries/cases.ts'
import type { Case } from '../../contracts/case.ts'
import { reference } from '../../contracts/clients/reference.ts'
import type { Rule } from '../../contracts/define.ts'
import { rules } from '../../contracts/rules/index.ts'
import { runCase } from '../../contracts/run/run-case.ts'
import type { Vendor } from '../../mocks/vendors/define.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import { aimed, type Cell, confined } from './coverage/confined.ts'
import { hasMet, onlyOfStorage, troubles } from './coverage/met.ts'
import { states } from './coverage/states.ts'
import { reasonFor, type Unreachable } from './coverage/unreachable.ts'

/** How a rule came to have something to judge in a cell: in an explored case, or in its own witness. */
export type Way = 'explored' | 'aimed'

/** A rule in a cell, and how it came to have something to judge there. */
export interface Visit extends Cell {
  readonly rule: string
  /** `undefined`: it never had. */
  readonly way: Way | undefined
  /** Why it never can have. */
  readonly unreachable?: Pick<Unreachable, 'id' | 'reason'>
}

/** Rule × state × disturbance: where each rule was judged with the reference client. */
export interface CoverageTable {
  readonly cells: number
  /** Visited by explored cases. */
  readonly explored: number
  /** Visited by the rule's own witness alone. */
  readonly aimed: number
  readonly unreachable: number
  /** Neither visited nor unreachable: what exploration lacks. */
  readonly missed: readonly Visit[]
  readonly visits: readonly Visit[]
}

/** Every combination of a state and a trouble. */
export const allCells: readonly Cell[] = [...states.keys()].flatMap((state) =>
  troubles.map((trouble) => ({ state, trouble })),
)

/** The question that begins a case in a cell. Only a transfer meets what storage alone shows. */
const opOf = ({ trouble }: Cell, index: number): 'look' | 'download' =>
  onlyOfStorage.has(trouble) || index % 2 === 1 ? 'download' : 'look'

/** Runs a case in its cell, and says which rules had something to judge there. */
const judgedIn = async (
  given: Case,
  cell: Cell,
  vendor: Vendor,
  wanted: readonly Rule[],
): Promise<readonly Rule[]> => {
  const history = await runCase(given, vendor, reference)
  return hasMet(cell.trouble, history) ? wanted.filter((rule) => rule.judge(history).judged > 0) : []
}

/** Runs explored cases in one cell, and then the witnesses of the rules that had nothing to judge in them. */
const visitsIn = async (cell: Cell, cases: number): Promise<ReadonlyMap<Rule, Way>> => {
  const seen = new Map<Rule, Way>()
  const left = (vendor: Vendor): readonly Rule[] =>
    rules.filter((rule) => !seen.has(rule) && rule.vendors.includes(vendor.id))
  // Cases of its own for each cell: what one sample lacks is not lacking everywhere.
  const seed = allCells.indexOf(cell)
  for (const vendor of vendors)
    for (const [index, given] of fc.sample(explored(vendor.id), { seed, numRuns: cases }).entries())
      for (const rule of await judgedIn(confined(given, cell, opOf(cell, index)), cell, vendor, left(vendor)))
        seen.set(rule, 'explored')
  for (const vendor of vendors)
    for (const rule of left(vendor))
      for (const index of [0, 1]) {
        if (seen.has(rule)) continue
        const given = aimed(rule.witness(vendor.id), cell, opOf(cell, index))
        for (const one of await judgedIn(given, cell, vendor, left(vendor))) seen.set(one, 'aimed')
      }
  return seen
}

/**
 * Finds in which cells each rule had something to judge, at any of its vendors: in explored cases that are moved into
 * the cell, and else in its own witness, moved there too. The same number of cases gives the same table.
 * @param cases how many explored ones to try in each cell and at each vendor, at least 1
 * @param cells which cells; all of them where left out
 */
export const coverage = async (cases: number, cells: readonly Cell[] = allCells): Promise<CoverageTable> => {
  const visits: Visit[] = []
  for (const cell of cells) {
    const isOut = rules.every((rule) => reasonFor(cell, rule))
    const seen = isOut ? new Map<Rule, Way>() : await visitsIn(cell, cases)
    for (const rule of rules) {
      const reason = reasonFor(cell, rule)
      visits.push({
        rule: rule.id,
        ...cell,
        way: seen.get(rule),
        ...(reason === undefined ? {} : { unreachable: reason }),
      })
    }
  }
  return {
    cells: visits.length,
    explored: visits.filter(({ way }) => way === 'explored').length,
    aimed: visits.filter(({ way }) => way === 'aimed').length,
    unreachable: visits.filter(({ unreachable }) => unreachable).length,
    missed: visits.filter(({ way, unreachable }) => way === undefined && !unreachable),
    visits,
  }
}
