import { grouped } from '../../bench/statistics.ts'
import { defaultCases } from '../../contracts/verify.ts'
import { blames, type Campaigns, campaigns, casesIn } from './campaigns.ts'
import type { Exploration } from './explore.ts'
import type { Form, Part, Section } from './part.ts'
import { wrongClients } from './wrong-clients.ts'

const sizeOf: Readonly<Record<Form, { readonly seeds: number; readonly cases: number }>> = {
  short: { seeds: 1, cases: 50 },
  full: { seeds: 3, cases: defaultCases },
  long: { seeds: 20, cases: defaultCases },
}

/** What is to be told of the twins. */
export const twinsOf = (given: Campaigns): Section => {
  const details = blames(given)
  const twins = new Set(given.map(([{ client }]) => client)).size
  return {
    title: 'No twin is blamed',
    about: `Each wrong client has a twin: the same client, with the same one thing done right. ${twins} twins were judged by every rule over the cases that catch the wrong ones, each seed at another of the vendors where the fault shows.`,
    claims: [
      {
        says: 'No rule is broken by any twin.',
        measured: `${details.length} blames in ${grouped(casesIn(given))} cases`,
        holds: given.length > 0 && details.length === 0,
      },
    ],
    tables: [],
    details,
    timings: [],
  }
}

/** Every twin of a wrong client keeps every rule. */
export const twins: Part = {
  name: 'twins',
  file: 'test/prove/twins.ts',
  run: async ({ form, seeds = sizeOf[form].seeds, ...spreading }) => {
    const orders = wrongClients.flatMap(({ name, vendors }) =>
      Array.from(
        { length: seeds },
        (_, index): Exploration => ({
          client: `twin/${name}`,
          vendor: vendors[index % vendors.length] ?? '',
          seed: index + 1,
          cases: sizeOf[form].cases,
        }),
      ),
    )
    return twinsOf(await campaigns(orders, spreading))
  },
}
