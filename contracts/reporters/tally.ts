import type { Finding, Report, Result, ResultKind } from '../report.ts'

const count = ({ results }: Report, kind: ResultKind): number =>
  results.filter((result) => result.kind === kind).length

/** How many rules at vendors came to what: `40 passed, 1 failed, 0 warned, 2 skipped`. */
export const tally = (report: Report): string =>
  [
    `${count(report, 'passed')} passed`,
    `${count(report, 'failed')} failed`,
    `${count(report, 'warned')} warned`,
    ...(count(report, 'known') > 0 ? [`${count(report, 'known')} known`] : []),
    `${count(report, 'skipped')} skipped`,
    ...(count(report, 'incomplete') > 0 ? [`${count(report, 'incomplete')} incomplete`] : []),
  ].join(', ')

const plural = (many: number, one: string): string => `${many} ${one}${many === 1 ? '' : 's'}`

/** The transport of a report on a run that was only watched. */
export const observedOnly = 'observed'

/** What was run: `500 cases for each vendor from seed 1, rules 1.0.0`. */
export const effort = ({ transport, cases, seed, rules, witnesses, shard }: Report): string =>
  transport === observedOnly
    ? `Judged by what was seen on the wire alone, rules ${rules}`
    : [
        `${plural(cases, 'case')} for each vendor from seed ${seed}, rules ${rules}`,
        ...(witnesses ? [] : ['without witnesses']),
        ...(shard ? [`shard ${shard.index} of ${shard.of}`] : []),
      ].join(', ')

/** The result that a finding stands behind. */
export const resultOf = ({ results }: Report, { rule, vendor }: Finding): Result | undefined =>
  results.find((result) => result.rule === rule && result.vendor === vendor)

/** What was found, without what the baseline excuses, what fails first. */
export const unexcused = (report: Report): readonly Finding[] =>
  report.findings
    .filter((finding) => resultOf(report, finding)?.kind !== 'known')
    .toSorted((a, b) => a.level.localeCompare(b.level))

/** Something that is wrong with a run, and not with a rule of its client. */
export interface Problem {
  /** What it is about, in capitals: `ERROR` where it could not be judged, else what fails. */
  readonly head: 'BASELINE' | 'GATE' | 'ERROR'
  /** A sentence or two. */
  readonly text: string
}

const adapter =
  'The adapter looks broken rather than the client: check its base URL, credentials and what it returns.'

/** Everything that is wrong beside broken rules. */
export const problemsOf = ({ baseline = [], shortfalls = [], troubles }: Report): readonly Problem[] => [
  ...baseline.map(({ what, cure }): Problem => ({ head: 'BASELINE', text: `${what}. ${cure}` })),
  ...shortfalls.map(({ what, cure }): Problem => ({ head: 'GATE', text: `${what}. ${cure}` })),
  ...troubles.map(
    ({ vendor, kind, what }): Problem => ({
      head: 'ERROR',
      text: `${vendor}: ${what}${kind === 'broken-adapter' ? `. ${adapter}` : ''}`,
    }),
  ),
]
