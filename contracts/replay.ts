import type { Vendor } from '../mocks/vendors/define.ts'
import type { Case } from './case.ts'
import type { ClientModule } from './client.ts'
import { levelFor, type Rule, type Transport } from './define.ts'
import type { Finding } from './report.ts'
import { runCase } from './run/run-case.ts'
import { judge } from './verify/judge.ts'
import { neededParts } from './verify/needed.ts'

export interface ReplayOptions {
  readonly case: Case
  readonly vendor: Vendor
  readonly client: ClientModule
  /** The rules to judge by: usually the one the case was found for. */
  readonly rules: readonly Rule[]
  readonly transport?: Transport
}

/** What became of one case. */
export interface Replay {
  /** How often the rules had something to judge. */
  readonly judged: number
  /** The rules that are broken still; none where it is fixed. */
  readonly findings: readonly Finding[]
}

/**
 * Runs one case again and judges it.
 * @throws PlayheadError as `runCase` does
 */
export const replay = async (options: ReplayOptions): Promise<Replay> => {
  const { case: given, vendor, client, rules, transport } = options
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
  return { judged, findings }
}
