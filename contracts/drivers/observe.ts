import { vendors as registry } from '../../mocks/vendors/index.ts'
import { vendorNamed } from '../../mocks/vendors/named.ts'
import { catalogueVersion } from '../catalogue-version.ts'
import { levelFor, type Rule } from '../define.ts'
import type { History } from '../history.ts'
import { type Finding, type Report, type Result, reportVersion, type Trouble } from '../report.ts'
import { observedOnly } from '../reporters/tally.ts'
import { judge } from '../verify/judge.ts'
import { bareCase } from './observe/bare-case.ts'
import { historyOf } from './observe/history-of.ts'
import { ownersIn } from './observe/owners.ts'
import type { Run } from './observe/run.ts'
import { unseen } from './observe/unseen.ts'

export interface ObserveOptions {
  readonly run: Run
  /** The rules to judge by. */
  readonly rules: readonly Rule[]
  /** The version of the catalogue they are of. @default the newest */
  readonly catalogue?: string
  /** What watched the run, as reports name it. @default 'observed' */
  readonly client?: string
  /**
   * Takes it that the app was asked for each recording once, so that everything it sent for one id it sent by itself:
   * rules about retries, waits and polling can be judged then.
   */
  readonly eachOnce?: boolean
}

/** What was seen of one run, judged. */
export interface Observed {
  readonly report: Report
  /** How many requests belong to no vendor: to no operation, or to storage for a URL that nobody told. */
  readonly unplaced: number
}

const sandboxesOf = ({ lines }: Run): readonly string[] => [...new Set(lines.map(({ sandbox }) => sandbox))]

/** What was seen of every vendor, parallel users apart. */
const historiesIn = (run: Run, eachOnce: boolean) => {
  const seen = sandboxesOf(run).map((sandbox) => {
    const lines = run.lines.filter((line) => line.sandbox === sandbox)
    return { lines, owners: ownersIn(lines) }
  })
  const requests = run.lines.filter(({ event }) => event.kind === 'sent').length
  const placed = seen.reduce((sum, { owners }) => sum + owners.size, 0)
  const histories = registry.flatMap(({ id }) =>
    seen.flatMap(({ lines, owners }): readonly History[] => {
      const mine = lines.filter(({ event }) => owners.get(event.request) === id)
      return mine.length > 0 ? [historyOf(id, mine, eachOnce)] : []
    }),
  )
  return { histories, unplaced: requests - placed }
}

/**
 * Judges a run of which only the wire was seen, by every rule that needs no more; any other is skipped and says why. A
 * vendor that nothing was asked of is left out.
 * @throws PlayheadError `broken-rule`
 * @example observe({ run: readRun(text, 'run.jsonl'), rules: catalogue }).report
 */
export const observe = (options: ObserveOptions): Observed => {
  const { run, rules, catalogue = catalogueVersion, client = 'observed', eachOnce = false } = options
  const { histories: seen, unplaced } = historiesIn(run, eachOnce)
  const histories = seen.map((history) => ({ ...history, client }))
  const vendors = [...new Set(histories.map(({ vendor }) => vendor))]
  const findings: Finding[] = []
  const results: Result[] = []
  for (const vendor of vendors) {
    const mine = histories.filter((history) => history.vendor === vendor)
    for (const rule of rules.filter((one) => one.vendors.includes(vendor))) {
      const level = levelFor(rule, vendor)
      const common = { rule: rule.id, vendor, level }
      const why = unseen(rule, vendorNamed(vendor, 'Cannot observe a run'), { run, eachOnce })
      if (why !== undefined) {
        results.push({ ...common, judged: 0, cases: 0, kind: 'skipped', reason: why })
        continue
      }
      const judgements = mine.map((history) => ({ history, ...judge(rule, history) }))
      const judged = judgements.reduce((sum, one) => sum + one.judged, 0)
      const cases = judgements.filter((one) => one.judged > 0).length
      const broken = judgements.find(({ violations }) => violations.length > 0)
      const [violation] = broken?.violations ?? []
      if (broken && violation) {
        const { history } = broken
        const count = judgements.reduce((sum, { violations }) => sum + violations.length, 0)
        findings.push({
          ...common,
          says: rule.says,
          ...violation,
          foundBy: count === 1 ? 'what was seen, once' : `what was seen, ${count} times; this is the first`,
          needed: [],
          case: bareCase(history, rule.id, violation.what),
          history,
        })
        results.push({ ...common, judged, cases, kind: level === 'must' ? 'failed' : 'warned' })
      } else if (judged === 0)
        results.push({
          ...common,
          judged,
          cases,
          kind: 'skipped',
          reason: 'nothing to judge in what was seen',
        })
      else results.push({ ...common, judged, cases, kind: 'passed' })
    }
  }
  const nothing: Trouble = {
    vendor: 'all',
    kind: 'incomplete',
    what: 'nothing was asked of any vendor in this run',
  }
  const report: Report = {
    playhead: reportVersion,
    rules: catalogue,
    client,
    vendors,
    transport: observedOnly,
    seed: 0,
    cases: 1,
    witnesses: false,
    results,
    findings,
    troubles: vendors.length > 0 ? [] : [nothing],
  }
  return { report, unplaced }
}
