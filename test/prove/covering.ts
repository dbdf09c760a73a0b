import { grouped } from '../../bench/statistics.ts'
import { rules } from '../../contracts/rules/index.ts'
import { allCells, type CoverageTable, type Visit } from './coverage.ts'
import { type Covering, run } from './covering-job.ts'
import type { Form, Part, Section } from './part.ts'
import { spread } from './spread.ts'

/** Explored cases tried in each cell and at each vendor. */
const casesOf: Readonly<Record<Form, number>> = { short: 4, full: 12, long: 60 }

/** CI looks at every so many cells: other ones than these are no likelier to be missed. */
const stepOf: Readonly<Record<Form, number>> = { short: 10, full: 1, long: 1 }

const mostUnreachable = 0.1

/** A cell without its rule, in words. */
const placeOf = ({ state, trouble }: Visit): string => `${state} under ${trouble}`

const sum = (given: readonly CoverageTable[], of: 'cells' | 'explored' | 'aimed' | 'unreachable'): number =>
  given.reduce((total, table) => total + table[of], 0)

/** What is to be told of coverage. */
export const coveringOf = (given: readonly CoverageTable[]): Section => {
  const visits = given.flatMap((table) => table.visits)
  const missed = given.flatMap((table) => table.missed)
  const unreachable = visits.filter((visit) => visit.unreachable)
  const cells = sum(given, 'cells')
  const share = cells === 0 ? 1 : sum(given, 'unreachable') / cells
  const states = [...new Set(visits.map(({ state }) => state))]
  const troubles = [...new Set(visits.map(({ trouble }) => trouble))]
  return {
    title: 'Every rule is judged in every state and under every disturbance',
    about: `A cell is a rule, what has become of the recording that is asked for (${states.length} states), and what goes wrong meanwhile (${troubles.length} disturbances, or none). It is visited when the rule had something to judge in a case that begins there: in an explored one or, where the few that were tried showed nothing, in its own witness.`,
    claims: [
      {
        says: 'Every cell is visited, or is unreachable for a reason that a test proves.',
        measured: `${grouped(missed.length)} of ${grouped(cells)} cells missed; ${grouped(sum(given, 'explored'))} were visited by exploring and ${grouped(sum(given, 'aimed'))} by a witness`,
        holds: cells > 0 && missed.length === 0,
      },
      {
        says: 'At most one of ten cells is unreachable.',
        measured: `${grouped(sum(given, 'unreachable'))} cells, ${(100 * share).toFixed(1)} %`,
        holds: share <= mostUnreachable,
      },
    ],
    tables: [
      {
        says: `How many of the ${rules.length} rules were judged in each state, under each disturbance; a dash where none can be.`,
        columns: ['disturbance', ...states],
        rows: troubles.map((trouble) => [
          trouble,
          ...states.map((state) => {
            const here = visits.filter((visit) => visit.state === state && visit.trouble === trouble)
            const seen = here.filter(({ way }) => way !== undefined).length
            return here.length === 0 || here.every((visit) => visit.unreachable) ? '–' : String(seen)
          }),
        ]),
      },
    ],
    details: [
      ...Object.entries(Object.groupBy(missed, placeOf)).map(
        ([place, all = []]) => `Not judged in ${place}: ${all.map(({ rule }) => rule).join(', ')}.`,
      ),
      ...new Set(
        unreachable.map((visit) => `Unreachable: ${placeOf(visit)}. ${visit.unreachable?.reason ?? ''}`),
      ),
    ],
    timings: [],
  }
}

/** Where each rule was judged. */
export const covering: Part = {
  name: 'coverage',
  file: 'test/prove/covering.ts',
  run: async ({ form, seeds: _, ...spreading }) => {
    const orders = [...allCells.keys()]
      .filter((cell) => cell % stepOf[form] === 0)
      .map((cell): Covering => ({ cell, cases: casesOf[form] }))
    const module = new URL('covering-job.ts', import.meta.url).href
    return coveringOf(await spread<Covering, CoverageTable>(module, run, orders, spreading))
  },
}
