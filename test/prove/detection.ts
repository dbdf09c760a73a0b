import { grouped, median, percentile } from '../../bench/statistics.ts'
import { levelFor } from '../../contracts/define.ts'
import { rules } from '../../contracts/rules/index.ts'
import { defaultCases } from '../../contracts/verify.ts'
import { campaigns } from './campaigns.ts'
import type { Exploration } from './explore.ts'
import type { Form, Part, Section, Table } from './part.ts'
import { wrongClients } from './wrong-clients.ts'

/** How long it took to catch one wrong client: a number for each seed, `undefined` where it got away. */
export interface Caught {
  readonly name: string
  readonly rule: string
  readonly vendor: string
  readonly after: readonly (number | undefined)[]
  readonly troubles: readonly string[]
}

const seedsOf: Readonly<Record<Form, number>> = { short: 2, full: 20, long: 20 }

/** The median over all clients and seeds, and the worst 95th percentile of a client, that are claimed. */
const mostMedian = 10
const mostP95 = defaultCases

const numbers = ({ after }: Caught): readonly number[] => after.map((one) => one ?? Number.POSITIVE_INFINITY)

const shown = (cases: number): string => (Number.isFinite(cases) ? String(cases) : 'never')

const byClient = (caught: readonly Caught[]): Table => ({
  says: 'Cases until the rule caught the client, over all seeds; the slowest first.',
  columns: ['client', 'rule', 'at', 'median', 'p95', 'worst'],
  rows: caught
    .toSorted(
      (a, b) => percentile(numbers(b), 0.95) - percentile(numbers(a), 0.95) || (a.name < b.name ? -1 : 1),
    )
    .map((one) => [
      one.name,
      one.rule,
      one.vendor,
      ...[0.5, 0.95, 1].map((share) => shown(percentile(numbers(one), share))),
    ]),
})

const byRule = (caught: readonly Caught[]): Table => ({
  says: 'For each rule, the clients that prove it and the cases it took.',
  columns: ['rule', 'level', 'clients', 'median', 'p95'],
  rows: rules.map((rule) => {
    const mine = caught.filter((one) => one.rule === rule.id)
    const all = mine.flatMap(numbers)
    const levels = new Set(rule.vendors.map((vendor) => levelFor(rule, vendor)))
    return [
      rule.id,
      [...levels].join(', '),
      String(mine.length),
      ...(all.length === 0 ? ['–', '–'] : [0.5, 0.95].map((share) => shown(percentile(all, share)))),
    ]
  }),
})

/** What is to be told of how wrong clients were caught. */
export const detectionOf = (caught: readonly Caught[], seeds: number): Section => {
  const all = caught.flatMap(numbers)
  const escaped = caught.filter(({ after }) => after.includes(undefined))
  const worst = Math.max(0, ...caught.map((one) => percentile(numbers(one), 0.95)))
  const slowest = caught.find((one) => percentile(numbers(one), 0.95) === worst)
  return {
    title: 'Every wrong client is caught',
    about: `${caught.length} clients, each wrong on purpose in one way, were explored with ${seeds} seeds each, at the first vendor where the fault shows, without the witness cases. A client counts as caught when the rule it names is broken.`,
    claims: [
      {
        says: `Each is caught by the rule it names with every seed, within ${defaultCases} cases.`,
        measured: `${grouped(all.filter(Number.isFinite).length)} of ${grouped(all.length)} runs`,
        holds: caught.length > 0 && escaped.length === 0,
      },
      {
        says: `The median of the cases it takes is at most ${mostMedian}.`,
        measured: shown(median(all)),
        holds: median(all) <= mostMedian,
      },
      {
        says: `The worst 95th percentile of a client is at most ${mostP95}.`,
        measured: `${shown(worst)}${slowest ? ` (${slowest.name})` : ''}`,
        holds: worst <= mostP95,
      },
    ],
    tables: [byRule(caught), byClient(caught)],
    details: [
      ...escaped.map(({ name, rule, vendor, after }) => {
        const seedsOut = after.flatMap((one, index) => (one === undefined ? [index + 1] : []))
        return `${name} got away from ${rule} at ${vendor} with seed ${seedsOut.join(', ')}.`
      }),
      ...caught.flatMap(({ name, troubles }) => troubles.map((what) => `${name}: ${what}.`)),
    ],
    timings: [],
  }
}

/** Every wrong client, with every seed, is caught by the rule that it names. */
export const detection: Part = {
  name: 'detection',
  file: 'test/prove/detection.ts',
  run: async ({ form, seeds = seedsOf[form], ...spreading }) => {
    const orders: readonly Exploration[] = wrongClients.flatMap(
      ({ name, caughtBy, vendors: [vendor = ''] }) =>
        Array.from({ length: seeds }, (_, index) => ({
          client: `broken/${name}`,
          vendor,
          until: caughtBy,
          seed: index + 1,
          cases: defaultCases,
        })),
    )
    const outputs = await campaigns(orders, spreading)
    const caught = wrongClients.map(({ name, caughtBy, vendors: [vendor = ''] }, index): Caught => {
      const mine = outputs.slice(index * seeds, (index + 1) * seeds).map(([, explored]) => explored)
      return {
        name,
        rule: caughtBy,
        vendor,
        after: mine.map(({ broken }) => broken[caughtBy]),
        troubles: [...new Set(mine.flatMap(({ trouble }) => trouble ?? []))],
      }
    })
    return detectionOf(caught, seeds)
  },
}
