import type { Report, Result, Shortfall } from '../report.ts'

/** What a report has to show for itself. */
export interface Wanted {
  /** At so many places, each a rule at a vendor, something has to have been judged. */
  readonly minRules?: number | undefined
  /** What was judged then has to be judged now. */
  readonly against?: Report | undefined
  /** The rules that there still are, by id: nobody can be judged by one that has gone. */
  readonly rules: readonly string[]
}

/** Whether it was judged, to whatever end. */
export const isJudged = ({ kind }: Result): boolean => kind !== 'skipped' && kind !== 'incomplete'

const tooFew = (results: readonly Result[], least: number): readonly Shortfall[] => {
  const judged = results.filter(isJudged).length
  if (judged >= least) return []
  return [
    {
      kind: 'too-few',
      what: `${judged} rules were judged, and at least ${least} have to be`,
      cure: 'What was skipped says above what it lacks: give the client that, or ask for less.',
    },
  ]
}

const lost = (report: Report, before: Report, rules: readonly string[]): readonly Shortfall[] =>
  before.results
    .filter((result) => isJudged(result) && rules.includes(result.rule))
    .flatMap(({ rule, vendor }): readonly Shortfall[] => {
      const now = report.results.find((result) => result.rule === rule && result.vendor === vendor)
      // What was not judged to the end is told as such already.
      if (now && now.kind !== 'skipped') return []
      return [
        {
          kind: 'lost',
          rule,
          vendor,
          what: `${rule} at ${vendor} was judged the last time, and is not now: ${now?.reason ?? 'it was left out'}`,
          cure: 'Give the client back what it could do, or make a report without it the one to compare with.',
        },
      ]
    })

/** Fails a report in which less was judged than has to be: a gate that quietly checks less and less is none. */
export const withShortfalls = (report: Report, { minRules, against, rules }: Wanted): Report => {
  if (minRules === undefined && against === undefined) return report
  const shortfalls = [
    ...(minRules === undefined ? [] : tooFew(report.results, minRules)),
    ...(against === undefined ? [] : lost(report, against, rules)),
  ]
  return { ...report, shortfalls }
}
