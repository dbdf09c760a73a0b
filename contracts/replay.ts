import type { Vendor } from '../mocks/vendors/define.ts'
import { vendorNamed } from '../mocks/vendors/named.ts'
import type { Case } from './case.ts'
import { chosenRules, wholeCatalogue } from './catalogue.ts'
import type { ClientModule } from './client.ts'
import { levelFor, type Rule, type Transport } from './define.ts'
import type { Finding } from './report.ts'
import { runCase } from './run/run-case.ts'
import { judge } from './verify/judge.ts'
import { neededParts } from './verify/needed.ts'

export interface ReplayOptions {
  readonly case: Case
  readonly client: ClientModule
  /** The rules to judge by. @default the one the case was found for, or else all that its vendor's clients are held to */
  readonly rules?: readonly Rule[]
  /** How the client is held to them, where it is not as they stand. */
  readonly heldTo?: (rules: readonly Rule[]) => readonly Rule[]
  readonly transport?: Transport
}

/** What became of one case. */
export interface Replay {
  readonly vendor: Vendor
  /** The rules it was judged by. */
  readonly rules: readonly Rule[]
  /** How often they had something to judge. */
  readonly judged: number
  /** The rules that are broken still; none where it is fixed. */
  readonly findings: readonly Finding[]
}

/** What a case is held to: the rule that it was found for; without one, everything that its vendor's clients are. */
const rulesFor = ({ finding }: Case, vendor: Vendor): readonly Rule[] =>
  finding
    ? chosenRules([finding.rule]).rules
    : wholeCatalogue().filter((rule) => rule.vendors.includes(vendor.id))

/**
 * Runs one case again and judges it.
 * @throws PlayheadError `unknown-vendor`, `unknown-rule`, and as `runCase` does
 * @example (await replay({ case: parseCase(json), client: await import('./adapter.ts') })).findings
 */
export const replay = async (options: ReplayOptions): Promise<Replay> => {
  const { case: given, client, transport, heldTo = (rules) => rules } = options
  const vendor = vendorNamed(given.finding?.vendor ?? given.vendors[0] ?? '', 'Cannot replay a case')
  const rules = heldTo(options.rules ?? rulesFor(given, vendor))
  const run = (one: Case) => runCase(one, vendor, client, transport)
  const history = await run(given)
  let judged = 0
  const findings: Finding[] = []
  for (const rule of rules) {
    const judgement = judge(rule, history)
    judged += judgement.judged
    const [violation] = judgement.violations
    if (!violation) continue
    findings.push({
      rule: rule.id,
      vendor: vendor.id,
      level: levelFor(rule, vendor.id),
      says: rule.says,
      what: violation.what,
      allowed: violation.allowed,
      foundBy: 'this case',
      needed: await neededParts(given, async (one) => judge(rule, await run(one)).violations.length > 0),
      case: given,
      history,
      event: violation.event,
    })
  }
  return { vendor, rules, judged, findings }
}
