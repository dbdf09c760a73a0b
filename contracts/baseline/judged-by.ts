import type { Vendor } from '../../mocks/vendors/define.ts'
import type { Baseline, Known } from '../baseline.ts'
import type { Rule } from '../define.ts'
import type { Report, Result } from '../report.ts'
import { speaksOf } from './matching.ts'
import { type BaselineProblem, baselineProblems, isOver, knownName } from './problems.ts'

/** What a baseline is held against. */
export interface BaselineSetting {
  /** The whole catalogue, and not only what this run was asked to judge. */
  readonly rules: readonly Rule[]
  readonly vendors: readonly Vendor[]
  /** An ISO date: on this day it is judged. */
  readonly today: string
}

const isBroken = ({ kind }: Result): boolean => kind === 'failed' || kind === 'warned' || kind === 'known'

/** Known failures that this run has judged, and that did not fail. */
const passing = (known: readonly Known[], results: readonly Result[]): readonly BaselineProblem[] =>
  known.flatMap((one) => {
    const matching = results.filter((result) => speaksOf(one, result))
    if (matching.some(isBroken) || !matching.some(({ kind }) => kind === 'passed')) return []
    return [
      {
        known: one,
        kind: 'passes',
        what: `${knownName(one)} is a known failure, and passes`,
        cure: `Remove it from the baseline; ${one.issue} may be done.`,
      },
    ]
  })

/**
 * Judges a report by what is known to fail, both ways: a known failure is told apart and fails nothing, and an entry that
 * passes, matches nothing or is over fails the run. Entries for other clients, and for what this run did not judge, are
 * left alone.
 */
export const judgedBy = (report: Report, baseline: Baseline, setting: BaselineSetting): Report => {
  const { today, rules, vendors } = setting
  const mine = baseline.known.filter(({ client = report.client }) => client === report.client)
  const inForce = mine.filter((one) => !isOver(one, today))
  const results = report.results.map((result): Result => {
    const known = isBroken(result) ? inForce.find((one) => speaksOf(one, result)) : undefined
    return known ? { ...result, kind: 'known', reason: `${known.issue} until ${known.until}` } : result
  })
  const problems = [
    ...baselineProblems({ ...baseline, known: mine }, rules, vendors, today),
    // What passes in one shard may fail in another: that is seen when they are merged.
    ...(report.shard ? [] : passing(inForce, results)),
  ]
  return { ...report, results, baseline: problems }
}
