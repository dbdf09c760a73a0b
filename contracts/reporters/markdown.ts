import type { Finding, Report, Result } from '../report.ts'
import { againWith } from './again.ts'
import { escaped } from './markup.ts'
import { oneByOne, type ReporterOptions } from './reporter.ts'
import { storyText } from './story-text.ts'
import { effort, problemsOf, tally, unexcused } from './tally.ts'

/** A text that Markdown takes as it stands. */
const plain = (text: string): string =>
  escaped(text)
    .replace(/[\\`*_{}[\]|~#]/g, '\\$&')
    .replaceAll('\n', ' ')

const cell = (result: Result | undefined): string => {
  if (!result) return ''
  const words: Readonly<Record<Result['kind'], string>> = {
    passed: `✅ ${result.judged}`,
    failed: '❌ **failed**',
    warned: '⚠️ warned',
    known: '📌 known',
    skipped: '➖ skipped',
    incomplete: '❔ incomplete',
  }
  return words[result.kind]
}

const table = ({ results, vendors }: Report): string => {
  const rules = [...new Set(results.map(({ rule }) => rule))]
  const find = (rule: string, vendor: string): Result | undefined =>
    results.find((result) => result.rule === rule && result.vendor === vendor)
  return [
    `| rule | ${vendors.map(plain).join(' | ')} |`,
    `|---|${vendors.map(() => '---:|').join('')}`,
    ...rules.map(
      (rule) => `| ${plain(rule)} | ${vendors.map((vendor) => cell(find(rule, vendor))).join(' | ')} |`,
    ),
  ].join('\n')
}

/** A block of code that no line of its text can end. */
const fenced = (text: string): string => {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text}\n${fence}`
}

const told = (finding: Finding, options: ReporterOptions): string => {
  const { rule, vendor, level, says } = finding
  const again = againWith(finding, options).map(([, command]) => command)
  return [
    `### ${level === 'must' ? '❌' : '⚠️'} ${plain(rule)} at ${plain(vendor)}`,
    plain(says),
    fenced(storyText(finding)),
    ...(again.length > 0 ? [fenced(again.join('\n'))] : []),
  ].join('\n\n')
}

/** Why something was not judged, or is excused, each reason once. */
const reasons = ({ results }: Report): readonly string[] => {
  const byReason = Map.groupBy(
    results.filter(({ kind, reason }) => (kind === 'skipped' || kind === 'known') && reason !== undefined),
    ({ kind, vendor, reason }) => `${kind}, ${vendor}: ${reason}`,
  )
  return [...byReason].map(
    ([reason, some]) => `- ${plain(reason)} (${some.map(({ rule }) => plain(rule)).join(', ')})`,
  )
}

/** A report as Markdown, such as a job's summary or a comment on a pull request. */
export const markdownReport = (report: Report, options: ReporterOptions = {}): string => {
  const why = reasons(report)
  return [
    `## Playhead: ${plain(report.client)}`,
    `**${tally(report)}.** ${effort(report)}.`,
    ...(report.notes ?? []).map((note) => `> **NOTE** ${plain(note)}`),
    ...problemsOf(report).map(({ head, text }) => `> **${head}** ${plain(text)}`),
    ...unexcused(report).map((finding) => told(finding, options)),
    [
      '<details><summary>How often each rule had something to judge</summary>',
      table(report),
      '</details>',
    ].join('\n\n'),
    ...(why.length > 0
      ? [['<details><summary>Skipped and known</summary>', why.join('\n'), '</details>'].join('\n\n')]
      : []),
  ].join('\n\n')
}

export const markdown = oneByOne('Markdown, for a job summary or a comment.', markdownReport)

/** GitHub refuses a step's summary that is longer than a mebibyte, and shows none then. */
const mostOfASummary = 1_000_000

/** The summary of a job: everything, or without the stories where those would be too much. */
export const jobSummary = (reports: readonly Report[], options: ReporterOptions = {}): string => {
  const whole = markdown.render(reports, options)
  if (Buffer.byteLength(whole) <= mostOfASummary) return whole
  const short = reports.map((report) => ({ ...report, findings: [] }))
  return `${markdown.render(short, options)}\n\nThe stories are left out here: together they are too long for a summary.`
}
