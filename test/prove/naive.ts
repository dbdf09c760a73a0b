import { grouped } from '../../bench/statistics.ts'
import { levelFor } from '../../contracts/define.ts'
import { rules } from '../../contracts/rules/index.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import { type Campaigns, campaigns } from './campaigns.ts'
import type { Exploration, Explored } from './explore.ts'
import type { Form, Part, Section } from './part.ts'
import { onStacks } from './wrong-clients.ts'

const casesOf: Readonly<Record<Form, number>> = { short: 5, full: 200, long: 500 }

const brokenAt = ({ broken }: Explored, vendor: string, level: 'must' | 'should'): number =>
  rules.filter((rule) => rule.id in broken && levelFor(rule, vendor) === level).length

const verdict = (explored: Explored | undefined, vendor: string): string => {
  if (!explored || explored.trouble !== undefined) return 'not judged'
  return `${brokenAt(explored, vendor, 'must')} + ${brokenAt(explored, vendor, 'should')} of ${Object.keys(explored.judged).length}`
}

/** What is to be told of naive clients. @param cases how many each was judged by at each vendor */
export const naiveOf = (given: Campaigns, cases: number): Section => {
  const clients = [...new Set(given.map(([{ client }]) => client))]
  const at = (client: string, vendor: string): Explored | undefined =>
    given.find(([order]) => order.client === client && order.vendor === vendor)?.[1]
  const judged = given.filter(([, { trouble }]) => trouble === undefined)
  const ever = rules.filter(({ id }) => given.some(([, { broken }]) => id in broken))
  return {
    title: 'What the suite says of naive clients on real HTTP stacks',
    about: `What a competent developer writes in an hour on each of ${clients.length} HTTP stacks, by all the defaults of the stack, judged over loopback by ${grouped(cases)} cases at each vendor. This is a verdict on defaults and not on the stacks: each of them can be used well.`,
    claims: [
      {
        says: 'Each gets a verdict at every vendor.',
        measured: `${judged.length} of ${given.length}`,
        holds: given.length > 0 && judged.length === given.length,
      },
    ],
    tables: [
      {
        says: 'Broken rules: MUST + SHOULD, of how many that were judged.',
        columns: ['client', ...vendors.map(({ name }) => name)],
        rows: clients.map((client) => [client, ...vendors.map(({ id }) => verdict(at(client, id), id))]),
      },
      {
        says: 'At how many vendors each rule was broken, where it was at all.',
        columns: ['rule', ...clients.map((client) => client.replace('naive/', ''))],
        rows: ever.map(({ id }) => [
          id,
          ...clients.map((client) => {
            const count = given.filter(
              ([order, { broken }]) => order.client === client && id in broken,
            ).length
            return count === 0 ? '' : String(count)
          }),
        ]),
      },
    ],
    details: given.flatMap(([{ client, vendor }, { trouble }]) =>
      trouble === undefined ? [] : [`${client} at ${vendor}: ${trouble}.`],
    ),
    timings: [],
  }
}

/** The verdict of the suite on the naive client of each HTTP stack. */
export const naive: Part = {
  name: 'naive',
  file: 'test/prove/naive.ts',
  run: async ({ form, seeds: _, ...spreading }) => {
    const cases = casesOf[form]
    const names = [...onStacks.keys()].filter((name) => name.startsWith('naive/'))
    const orders = names.flatMap((client) =>
      vendors.map(({ id: vendor }): Exploration => ({ client, vendor, seed: 1, cases })),
    )
    return naiveOf(await campaigns(orders, spreading), cases)
  },
}
