import fc from 'fast-check'
import { cases } from '../../contracts/arbitraries/cases.ts'
import type { Case } from '../../contracts/case.ts'
import { rules } from '../../contracts/rules/index.ts'
import { runCase } from '../../contracts/run/run-case.ts'
import type { Sighting } from '../../contracts/verify/campaign.ts'
import { findingFrom } from '../../contracts/verify/finding.ts'
import { judge } from '../../contracts/verify/judge.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import { clientNamed } from './clients.ts'
import { type Minimum, minimumOf, plansUpTo } from './shrinking-minimum.ts'

/** A failure to find by exploration, to shrink, and to know the minimum of. */
export interface Shrinking {
  readonly client: string
  readonly rule: string
  readonly vendor: string
  readonly seed: number
  /** Cases of fewer steps are passed over. */
  readonly fromSteps: number
  /** The most cases that are generated. */
  readonly cases: number
  /** The most plans that are tried for the minimum. */
  readonly mostPlans: number
}

/** What came of it. */
export interface Shrunk {
  /** Steps of the case as it was found. */
  readonly found: number
  /** Steps of the case in the report. */
  readonly shrunk: number
  readonly minimum: Minimum
  /** Processor time until the report was there. */
  readonly reportMs: number
}

/** A failure of which there are too many plans to know the minimum. */
export interface Unsearched {
  readonly found: number
  readonly shrunk: number
  readonly unsearched: true
}

const processorMs = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Whether one of the questions of a case shows it alone: then there is little to shrink. */
const isEasy = async (given: Case, shows: (given: Case) => Promise<boolean>): Promise<boolean> => {
  for (const step of given.steps)
    if (step.do === 'ask' && (await shows({ ...given, steps: [step] }))) return true
  return false
}

/** The first of the cases generated which is long enough, shows it, and is not easy. */
const firstFound = async (
  { vendor, seed, fromSteps, cases: numRuns }: Shrinking,
  shows: (given: Case) => Promise<boolean>,
): Promise<Pick<Sighting, 'case' | 'index'> | undefined> => {
  let index = 0
  let found: Pick<Sighting, 'case' | 'index'> | undefined
  const property = fc.asyncProperty(cases(vendor), async (given) => {
    const nth = index++
    if (given.steps.length < fromSteps || !(await shows(given)) || (await isEasy(given, shows))) return true
    found = { case: given, index: nth }
    return false
  })
  await fc.check(property, { seed, numRuns, endOnFailure: true })
  return found
}

/** Finds, shrinks and measures one failure; `undefined` where there is none so long, or each shows with one question. Run by threads. */
export const run = async (order: Shrinking): Promise<Shrunk | Unsearched | undefined> => {
  const { client } = await clientNamed(order.client)
  const vendor = vendors.find(({ id }) => id === order.vendor)
  const rule = rules.find(({ id }) => id === order.rule)
  if (!vendor || !rule) throw new RangeError(`There is no ${order.rule} at ${order.vendor}.`)
  const play = (given: Case) => runCase(given, vendor, client)
  const shows = async (given: Case): Promise<boolean> => judge(rule, await play(given)).violations.length > 0
  const found = await firstFound(order, shows)
  if (!found) return undefined

  const began = processorMs()
  const sighting: Sighting = { ...found, rule, foundBy: `seed ${order.seed}` }
  const finding = await findingFrom(rule, [sighting], { vendor, seed: order.seed, run: play })
  const reportMs = processorMs() - began
  const lengths = { found: found.case.steps.length, shrunk: finding.case.steps.length }
  const settings = [found.case, finding.case]
  // Known before the search, which would take long and end without a word.
  if (plansUpTo(settings) > order.mostPlans) return { ...lengths, unsearched: true }
  const minimum = await minimumOf(settings, shows, order.mostPlans)
  return { ...lengths, minimum, reportMs }
}
