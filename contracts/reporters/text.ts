import { tellable } from '../../mocks/world/tellable.ts'
import type { Finding, Report, Result } from '../report.ts'
import { maskValue } from '../run/mask.ts'
import { againWith } from './again.ts'
import { columns } from './columns.ts'
import { noPaint, type Painter } from './paint.ts'
import { oneByOne, type ReporterOptions } from './reporter.ts'
import { storyOf } from './story.ts'
import { effort, problemsOf, tally, unexcused } from './tally.ts'

const heads = { must: 'FAIL', should: 'WARN' } as const

/** One finding, told so that it is understood at once: what, when, what is allowed there, what it takes, how to see it again. */
export const findingText = (finding: Finding, options: ReporterOptions = {}): string => {
  const { paint = noPaint } = options
  const told = maskValue(tellable, finding) as Finding
  const { rule, level, vendor, history, says, what, allowed, needed, foundBy, event } = told
  const colour = level === 'must' ? paint.bad : paint.warn
  const [titles = '', ...lines] = columns([['virtual time', 'who', 'what'], ...storyOf(history, event)])
  return [
    `${colour(heads[level])}  ${paint.strong(rule)}  ${level.toUpperCase()}   client: ${history.client}   vendor: ${vendor}`,
    `      ${says}   docs/rules/${rule}.md`,
    `  ${paint.dim(titles)}`,
    ...lines.map((line) => `  ${line.endsWith('← here') ? colour(line) : line}`),
    ...columns([
      ['  Wrong here', what],
      ['  Allowed here', allowed],
      ...(needed.length > 0 ? [['  Needed', needed.join('; ')]] : []),
      ['  Found by', foundBy],
      ...againWith(finding, options).map(([title, command]) => [`  ${title}`, command]),
    ]),
  ].join('\n')
}

const cell = (result: Result | undefined, paint: Painter): readonly [shown: string, painted: string] => {
  if (!result) return ['', '']
  const words: Readonly<Record<Result['kind'], (text: string) => string>> = {
    passed: paint.good,
    failed: paint.bad,
    warned: paint.warn,
    skipped: paint.dim,
    incomplete: paint.warn,
    known: paint.dim,
  }
  const shown =
    result.kind === 'passed' ? String(result.judged) : result.kind === 'failed' ? 'FAILED' : result.kind
  return [shown, words[result.kind](shown)]
}

/** Every rule by vendor: how often it was judged, or what became of it. */
const table = ({ results, vendors }: Report, paint: Painter): readonly string[] => {
  const rules = [...new Set(results.map(({ rule }) => rule))]
  const rows = rules.map(
    (rule) =>
      [
        rule,
        ...vendors.map((vendor) =>
          results.find((result) => result.rule === rule && result.vendor === vendor),
        ),
      ] as const,
  )
  const width = Math.max(4, ...rules.map((rule) => rule.length))
  const wide = (vendor: string): number => Math.max(vendor.length, 10)
  const head = ['rule'.padEnd(width), ...vendors.map((vendor) => vendor.padStart(wide(vendor)))].join('  ')
  return [
    paint.dim(head.trimEnd()),
    ...rows.map(([rule, ...cells]) =>
      [
        rule.padEnd(width),
        ...cells.map((result, index) => {
          const [shown, painted] = cell(result, paint)
          return ' '.repeat(Math.max(0, wide(vendors[index] ?? '') - shown.length)) + painted
        }),
      ]
        .join('  ')
        .trimEnd(),
    ),
  ]
}

/** Why rules were skipped, or may fail, each reason once. */
const reasons = ({ results }: Report, wanted: Result['kind']): readonly string[] => {
  const reasons = new Map<string, Set<string>>()
  for (const { kind, reason, rule, vendor } of results) {
    if (kind !== wanted || reason === undefined) continue
    const name = `${vendor}: ${reason}`
    reasons.set(name, (reasons.get(name) ?? new Set()).add(rule))
  }
  return [...reasons].map(([reason, rules]) => `  ${reason} (${[...rules].join(', ')})`)
}

/** Tells a whole report: the findings, the table of judgements, what was skipped and why, and the verdict. */
export const textReport = (given: Report, options: ReporterOptions = {}): string => {
  const { paint = noPaint } = options
  const { findings } = given
  // A client's own words are in it, which no terminal is to obey.
  const report: Report = { ...(maskValue(tellable, { ...given, findings: [] }) as Report), findings }
  const skipped = reasons(report, 'skipped')
  const known = reasons(report, 'known')
  const lenient = reasons(report, 'warned')
  const hasWarned = report.results.some(({ kind }) => kind === 'warned')
  const blocks = [
    ...unexcused(report).map((finding) => findingText(finding, options)),
    ['How often each rule had something to judge:', ...table(report, paint)].join('\n'),
    ...(known.length > 0 ? [['Known, and excused by the baseline:', ...known].join('\n')] : []),
    ...(lenient.length > 0 ? [['Warned of only, for now:', ...lenient].join('\n')] : []),
    ...(skipped.length > 0 ? [['Skipped:', ...skipped].join('\n')] : []),
    ...(report.notes ?? []).map((note) => `${paint.warn('NOTE')}  ${note}`),
    ...problemsOf(report).map(({ head, text }) => `${paint.bad(head)}  ${text}`),
    `${report.client}: ${tally(report)}. ${effort(report)}.${hasWarned ? ' Warnings are broken SHOULDs; they fail nothing.' : ''}`,
  ]
  return blocks.join('\n\n')
}

export const text = oneByOne('What a person reads: findings as stories, a table of judgements.', textReport)
