import { addCounts, grouped } from '../../bench/statistics.ts'
import { levelFor } from '../../contracts/define.ts'
import { rules } from '../../contracts/rules/index.ts'
import { defaultCases } from '../../contracts/verify.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import { blames, type Campaigns, campaigns, casesIn } from './campaigns.ts'
import { rightClients } from './clients.ts'
import type { Exploration } from './explore.ts'
import type { Form, Part, Section } from './part.ts'

/** Cases for each client, at all vendors together. */
const casesOf: Readonly<Record<Form, number>> = { short: 2000, full: 100_000, long: 1_000_000 }

/** How often each rule is to have had something to judge at each of its vendors. */
const leastOf: Readonly<Record<Form, number>> = { short: 1, full: 1000, long: 1000 }

/** Other seeds than those by which the clients and the rules were written. */
const firstSeed = 1001

/** How often a rule was judged at a vendor, by all clients together. */
const judgedAt = (given: Campaigns, vendor: string): Readonly<Record<string, number>> =>
  addCounts(given.flatMap(([order, { judged }]) => (order.vendor === vendor ? [judged] : [])))

/** What is to be told of right clients. @param least how often each rule is to have judged */
export const rightClientsOf = (given: Campaigns, least: number): Section => {
  const clients = [...new Set(given.map(([{ client }]) => client))]
  const isMust = ([{ vendor }, { broken }]: Campaigns[number]): boolean =>
    rules.some((rule) => rule.id in broken && levelFor(rule, vendor) === 'must')
  const judged = new Map(vendors.map(({ id }) => [id, judgedAt(given, id)]))
  const places = rules.flatMap((rule) =>
    rule.vendors.map((vendor) => ({ rule: rule.id, vendor, count: judged.get(vendor)?.[rule.id] ?? 0 })),
  )
  const [rarest] = places.toSorted((a, b) => a.count - b.count)
  const each = clients.map((client) => casesIn(given.filter(([order]) => order.client === client)))
  const details = blames(given)
  return {
    title: 'No right client is blamed',
    about: `${clients.length} clients that were written to keep every rule (${clients.join(', ')}) were explored at every vendor and judged by every rule.`,
    claims: [
      {
        says: `No right client breaks a MUST rule in ${grouped(Math.min(...each))} cases each.`,
        measured: `${given.filter(isMust).length} of ${grouped(given.length)} campaigns with a MUST broken`,
        holds: given.length > 0 && !given.some(isMust) && !given.some(([, { trouble }]) => trouble),
      },
      {
        says: 'Nor a SHOULD rule.',
        measured: `${details.length} blames in ${grouped(casesIn(given))} cases`,
        holds: details.length === 0,
      },
      {
        says: `Every rule had something to judge at each of its vendors at least ${grouped(least)} times.`,
        measured: rarest ? `${grouped(rarest.count)} (${rarest.rule} at ${rarest.vendor})` : '0',
        holds: rarest !== undefined && rarest.count >= least,
      },
    ],
    tables: [
      {
        says: 'How often each rule had something to judge, by all right clients together.',
        columns: ['rule', ...vendors.map(({ name }) => name)],
        rows: rules.map((rule) => [
          rule.id,
          ...vendors.map(({ id }) =>
            rule.vendors.includes(id) ? grouped(judged.get(id)?.[rule.id] ?? 0) : '–',
          ),
        ]),
      },
    ],
    details,
    timings: [],
  }
}

/** The reference clients keep every rule, in very many cases. */
export const reference: Part = {
  name: 'reference',
  file: 'test/prove/right-clients.ts',
  run: async ({ form, seeds, ...spreading }) => {
    const perVendor = casesOf[form] / vendors.length
    const size = Math.min(defaultCases, perVendor)
    const orders = rightClients.flatMap((client) =>
      vendors.flatMap(({ id: vendor }) =>
        Array.from(
          { length: seeds ?? Math.ceil(perVendor / size) },
          (_, index): Exploration => ({
            client,
            vendor,
            seed: firstSeed + index,
            cases: size,
          }),
        ),
      ),
    )
    return rightClientsOf(await campaigns(orders, spreading), leastOf[form])
  },
}
