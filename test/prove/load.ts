import { availableParallelism } from 'node:os'
import { grouped } from '../../bench/statistics.ts'
import { loopback } from '../../contracts/entries/loopback.ts'
import type { History } from '../../contracts/history.ts'
import { rules } from '../../contracts/rules/index.ts'
import { runCase } from '../../contracts/run/run-case.ts'
import { judge } from '../../contracts/verify/judge.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import { underLoad } from './burners.ts'
import { clientNamed } from './clients.ts'
import type { Form, Part, Section } from './part.ts'
import { type Specimen, specimens } from './specimens.ts'

const runsOf: Readonly<Record<Form, number>> = { short: 20, full: 500, long: 500 }

/** How many processes burn for each core. */
const loadPerCore = 4

/** What came of one run. */
export interface Observed {
  /** The rules that were broken. */
  readonly verdict: readonly string[]
  /** Every byte of it. */
  readonly history: string
}

/** A specimen, how it came out at rest, and how each time under load. */
export interface Loaded {
  readonly says: string
  readonly client: string
  readonly atRest: Observed
  readonly underLoad: readonly Observed[]
}

const observe = async (specimen: Specimen, transport?: typeof loopback): Promise<Observed> => {
  const { client } = await clientNamed(specimen.client)
  const [id = ''] = specimen.case.vendors
  const vendor = vendors.find((one) => one.id === id)
  if (!vendor) throw new RangeError(`There is no vendor ${id}.`)
  const history: History = await runCase(specimen.case, vendor, client, transport)
  const broken = rules.filter(
    (rule) => rule.vendors.includes(id) && judge(rule, history).violations.length > 0,
  )
  return { verdict: broken.map((rule) => rule.id), history: JSON.stringify(history) }
}

const isSame = (a: Observed, b: Observed): boolean => a.verdict.join() === b.verdict.join()

/** What is to be told of runs under load. */
export const loadOf = (given: readonly Loaded[]): Section => {
  const runs = given.reduce((sum, { underLoad: all }) => sum + all.length, 0)
  const differing = (differs: (run: Observed, atRest: Observed) => boolean): number =>
    given.reduce(
      (sum, { atRest, underLoad: all }) => sum + all.filter((run) => differs(run, atRest)).length,
      0,
    )
  const verdicts = differing((run, atRest) => !isSame(run, atRest))
  const histories = differing((run, atRest) => run.history !== atRest.history)
  return {
    title: 'No verdict depends on how busy the machine is',
    about: `${given.length} cases were run in turn over loopback, on real sockets, while ${loadPerCore} processes for each core did nothing but burn time. Each run is compared with one in process, without sockets and before the load began.`,
    claims: [
      {
        says: 'Every run gives the same verdict.',
        measured: `${verdicts} of ${grouped(runs)} runs differ`,
        holds: runs > 0 && verdicts === 0,
      },
      {
        says: 'Every run gives the same history, byte for byte.',
        measured: `${histories} of ${grouped(runs)} runs differ`,
        holds: runs > 0 && histories === 0,
      },
    ],
    tables: [
      {
        says: 'The cases, and the one verdict that each had.',
        columns: ['case', 'client', 'runs', 'rules broken'],
        rows: given.map(({ says, client, atRest, underLoad: all }) => [
          says,
          client,
          String(all.length),
          atRest.verdict.join(', ') || 'none',
        ]),
      },
    ],
    details: given.flatMap(({ says, atRest, underLoad: all }) =>
      all.flatMap((run, index) =>
        isSame(run, atRest)
          ? []
          : [`Run ${index + 1} of ${says}: ${run.verdict.join(', ') || 'none'} broken.`],
      ),
    ),
    timings: [],
  }
}

/** Repeated runs on a machine that has far more to do than it can. */
export const load: Part = {
  name: 'load',
  file: 'test/prove/load.ts',
  run: async ({ form, progress }) => {
    const rested: Observed[] = []
    for (const specimen of specimens) rested.push(await observe(specimen))
    const runs: Observed[][] = specimens.map(() => [])
    await underLoad(loadPerCore * availableParallelism(), async () => {
      for (let done = 0; done < runsOf[form]; done++) {
        const at = done % specimens.length
        const specimen = specimens[at]
        if (specimen) runs[at]?.push(await observe(specimen, loopback))
        progress(done + 1, runsOf[form])
      }
    })
    return loadOf(
      specimens.flatMap(({ says, client }, index) => {
        const atRest = rested[index]
        return atRest ? [{ says, client, atRest, underLoad: runs[index] ?? [] }] : []
      }),
    )
  },
}
