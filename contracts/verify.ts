import type { Vendor } from '../mocks/vendors/define.ts'
import { PlayheadError } from '../mocks/world/error.ts'
import type { Case } from './case.ts'
import { catalogueVersion } from './catalogue-version.ts'
import type { ClientModule } from './client.ts'
import { levelFor, type Rule, type Transport } from './define.ts'
import type { History } from './history.ts'
import { type Finding, type Report, type Result, reportVersion, type Shard, type Trouble } from './report.ts'
import { direct } from './run/direct.ts'
import { runCase } from './run/run-case.ts'
import { dealtTo, runCampaign, type Told } from './verify/campaign.ts'
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
  /** The rule whose witness was run, or whose smallest case is looked for. */
  readonly rule?: string
  readonly doing: 'witnesses' | 'cases' | 'shrinking'
  /** The rules that were seen broken so far. */
  readonly broken: readonly string[]
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
  /** Which part of the campaign to run: all parts together run exactly the cases of one run. @default all of it */
  readonly shard?: Shard
  /** @default direct */
  readonly transport?: Transport
  /** How many candidates for a smaller case are tried at most: fewer where each takes long. @default about a thousand */
  readonly shrinkTries?: number
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

/** Nobody can tell what the client would have done: that is no verdict. */
const isUndecided = (error: unknown): error is PlayheadError =>
  error instanceof PlayheadError && ['client-busy', 'native-timer', 'out-of-pace'].includes(error.code)

const verifyVendor = async (
  options: VerifyOptions,
  vendor: Vendor,
  isOver: () => boolean,
): Promise<Verdict> => {
  const { client, cases = defaultCases, seed = defaultSeed, witnesses = true, transport = direct } = options
  const { shard } = options
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
    const of = dealtTo(shard, cases) + (witnesses ? dealtTo(shard, judged.length) : 0)
    let done = 0
    const tell = (doing: Progress['doing'], broken: readonly string[], rule?: string): void =>
      options.onProgress?.({ vendor: vendor.id, done, of, doing, broken, ...(rule ? { rule } : {}) })
    const onCase = ({ witness, broken }: Told): void => {
      done++
      tell(witness === undefined ? 'cases' : 'witnesses', broken, witness)
    }
    const exploring = { seed, cases, witnesses, shard, onCase, isOver }
    const campaign = await runCampaign({ vendor, rules: judged, run, ...exploring })
    const cut = campaign.complete ? undefined : `time was up after ${done} of ${of} cases`

    const findings: Finding[] = []
    const tries = options.shrinkTries === undefined ? {} : { shrinkTries: options.shrinkTries }
    for (const rule of judged) {
      const sightings = campaign.sightings.get(rule.id)
      if (!sightings) continue
      tell('shrinking', [...campaign.sightings.keys()], rule.id)
      findings.push(await findingFrom(rule, sightings, { vendor, seed, run, ...tries }))
    }
    const results = rules.map((rule): Result => {
      const level = levelFor(rule, vendor.id)
      const count = campaign.counts.get(rule.id) ?? { judged: 0, cases: 0 }
      const common = { rule: rule.id, vendor: vendor.id, level, ...count }
      if (campaign.sightings.has(rule.id)) {
        if (level === 'must') return { ...common, kind: 'failed' }
        const isNew = rule.mustFrom !== undefined && !rule.should?.includes(vendor.id)
        return {
          ...common,
          kind: 'warned',
          ...(isNew ? { reason: `new, and a MUST from version ${rule.mustFrom} of the catalogue on` } : {}),
        }
      }
      if (cut !== undefined && !unmet.has(rule.id)) return { ...common, kind: 'incomplete', reason: cut }
      const reason =
        unmet.get(rule.id) ??
        unshownTrouble(rule, vendor, transport) ??
        (count.judged === 0 ? 'no case gave it anything to judge' : undefined)
      return reason === undefined ? { ...common, kind: 'passed' } : { ...common, kind: 'skipped', reason }
    })
    const troubles: Trouble[] =
      cut === undefined ? [] : [{ vendor: vendor.id, kind: 'incomplete', what: cut }]
    return { results, findings, troubles }
  } catch (error) {
    if (isBrokenAdapter(error)) return nothing('incomplete', error.act, 'broken-adapter')
    if (isUndecided(error)) return nothing('incomplete', error.act, 'incomplete')
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
    ...(options.shard ? { shard: options.shard } : {}),
    results: verdicts.flatMap(({ results }) => results),
    findings: verdicts.flatMap(({ findings }) => findings),
    troubles: verdicts.flatMap(({ troubles }) => troubles),
  }
}
