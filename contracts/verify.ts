import type { Vendor } from '../mocks/vendors/define.ts'
import { PlayheadError } from '../mocks/world/error.ts'
import type { Case } from './case.ts'
import { catalogueVersion } from './catalogue-version.ts'
import type { ClientModule } from './client.ts'
import { levelFor, type Rule, type Transport } from './define.ts'
import type { History } from './history.ts'
import { type Finding, type Report, type Result, reportVersion, type Trouble } from './report.ts'
import { direct } from './run/direct.ts'
import { runCase } from './run/run-case.ts'
import { runCampaign } from './verify/campaign.ts'
import { findingFrom } from './verify/finding.ts'
import { judge } from './verify/judge.ts'
import { smokeCase, smokeIn } from './verify/smoke.ts'
import { unmetNeed, unshownTrouble } from './verify/unmet-need.ts'

/** Generated cases for each vendor where nobody says how many: all vendors in about ten seconds, in process. */
export const defaultCases = 500

/** The seed where nobody gives one: the same everywhere, so that two runs agree. */
export const defaultSeed = 1

/** How far a verification has come. */
export interface Progress {
  readonly vendor: string
  /** Cases run, witnesses included. */
  readonly done: number
  readonly of: number
}

export interface VerifyOptions {
  readonly client: ClientModule
  readonly vendors: readonly Vendor[]
  readonly rules: readonly Rule[]
  /** The version of the catalogue that the rules are of. @default the current one */
  readonly catalogue?: string
  /** @default 500 */
  readonly cases?: number
  /** @default 1 */
  readonly seed?: number
  /** Whether each rule's own fixed case is run first. @default true */
  readonly witnesses?: boolean
  /** @default direct */
  readonly transport?: Transport
  readonly onProgress?: (progress: Progress) => void
  /**
   * Real seconds after which no more cases are run: what was not judged to the end by then is incomplete, never passed.
   * What was found is still shrunk. @default no limit
   */
  readonly maxSeconds?: number
  /** Milliseconds of real time from any beginning; only {@link maxSeconds} is measured by it. */
  readonly stopwatch?: () => number
}

// Held from the start: a client under test may run under a faked clock.
const realNow = performance.now.bind(performance)

type Verdict = Pick<Report, 'results' | 'findings' | 'troubles'>

/** Judges nothing more of a vendor, and says why. */
const given = (
  rules: readonly Rule[],
  vendor: Vendor,
  kind: 'skipped' | 'incomplete',
  reason: string,
): Result[] =>
  rules.map((rule) => ({
    rule: rule.id,
    vendor: vendor.id,
    level: levelFor(rule, vendor.id),
    kind,
    judged: 0,
    cases: 0,
    reason,
  }))

const isBrokenAdapter = (error: unknown): error is PlayheadError =>
  error instanceof PlayheadError && error.code === 'broken-adapter'

const isBusy = (error: unknown): error is PlayheadError =>
  error instanceof PlayheadError && error.code === 'client-busy'

const verifyVendor = async (
  options: VerifyOptions,
  vendor: Vendor,
  isOver: () => boolean,
): Promise<Verdict> => {
  const { client, cases = defaultCases, seed = defaultSeed, witnesses = true, transport = direct } = options
  const rules = options.rules.filter((rule) => rule.vendors.includes(vendor.id))
  const spoken = client.capabilities?.vendors
  const nothing = (kind: 'skipped' | 'incomplete', reason: string, trouble?: Trouble['kind']): Verdict => ({
    results: given(rules, vendor, kind, reason),
    findings: [],
    troubles: trouble ? [{ vendor: vendor.id, kind: trouble, what: reason }] : [],
  })
  if (spoken && !spoken.includes(vendor.id))
    return nothing('skipped', `the client speaks to ${spoken.join(', ')} alone`)
  if (isOver()) return nothing('incomplete', 'time was up before any case was run', 'incomplete')
  const run = (one: Case): Promise<History> => runCase(one, vendor, client, transport)

  try {
    const smoke = await run(smokeCase(vendor.id))
    const fault = smokeIn(smoke)
    // A client that breaks a rule even here is a wrong client; one that breaks none is not plugged in right.
    if (fault !== undefined && !rules.some((rule) => judge(rule, smoke).violations.length > 0))
      return nothing('incomplete', `asked for one ready recording, ${fault}`, 'broken-adapter')

    const able = { ops: smoke.ops, capabilities: smoke.capabilities, vendor }
    const unmet = new Map(
      rules.flatMap((rule) => {
        const why = unmetNeed(rule, able)
        return why === undefined ? [] : [[rule.id, why]]
      }),
    )
    const judged = rules.filter(({ id }) => !unmet.has(id))
    const of = cases + (witnesses ? judged.length : 0)
    let done = 0
    const onCase = (): void => {
      done++
      options.onProgress?.({ vendor: vendor.id, done, of })
    }
    const campaign = await runCampaign({ vendor, rules: judged, run, seed, cases, witnesses, onCase, isOver })
    const cut = campaign.complete ? undefined : `time was up after ${done} of ${of} cases`

    const findings: Finding[] = []
    for (const rule of judged) {
      const sightings = campaign.sightings.get(rule.id)
      if (sightings) findings.push(await findingFrom(rule, sightings, { vendor, seed, run }))
    }
    const results = rules.map((rule): Result => {
      const level = levelFor(rule, vendor.id)
      const count = campaign.counts.get(rule.id) ?? { judged: 0, cases: 0 }
      const common = { rule: rule.id, vendor: vendor.id, level, ...count }
      if (campaign.sightings.has(rule.id)) return { ...common, kind: level === 'must' ? 'failed' : 'warned' }
      if (cut !== undefined && !unmet.has(rule.id)) return { ...common, kind: 'incomplete', reason: cut }
      const reason =
        unmet.get(rule.id) ??
        unshownTrouble(rule, vendor, transport) ??
        (count.judged === 0 ? `nothing to judge in ${of} cases` : undefined)
      return reason === undefined ? { ...common, kind: 'passed' } : { ...common, kind: 'skipped', reason }
    })
    const troubles: Trouble[] =
      cut === undefined ? [] : [{ vendor: vendor.id, kind: 'incomplete', what: cut }]
    return { results, findings, troubles }
  } catch (error) {
    if (isBrokenAdapter(error)) return nothing('incomplete', error.act, 'broken-adapter')
    if (isBusy(error)) return nothing('incomplete', error.act, 'incomplete')
    throw error
  }
}

/**
 * Verifies a client against vendors: a smoke test, every rule's witness, then generated cases, each judged by every
 * rule; what is broken is shrunk to the smallest case that shows it. The verdict depends on the seed and the number of
 * cases alone; a limit of time only leaves it incomplete.
 * @throws PlayheadError `broken-rule`
 * @example const report = await verify({ client: await import('./my-adapter.ts'), vendors, rules })
 */
export const verify = async (options: VerifyOptions): Promise<Report> => {
  const { client, vendors, cases = defaultCases, seed = defaultSeed, witnesses = true } = options
  const { maxSeconds, stopwatch = realNow } = options
  const end = maxSeconds === undefined ? Number.POSITIVE_INFINITY : stopwatch() + maxSeconds * 1000
  const isOver = (): boolean => stopwatch() >= end
  const verdicts: Verdict[] = []
  for (const vendor of vendors) verdicts.push(await verifyVendor(options, vendor, isOver))
  return {
    playhead: reportVersion,
    rules: options.catalogue ?? catalogueVersion,
    client: client.name ?? 'client',
    vendors: vendors.map(({ id }) => id),
    transport: options.transport?.name ?? direct.name,
    seed,
    cases,
    witnesses,
    results: verdicts.flatMap(({ results }) => results),
    findings: verdicts.flatMap(({ findings }) => findings),
    troubles: verdicts.flatMap(({ troubles }) => troubles),
  }
}
