import type { Finding, Report, Result } from '../report.ts'
import { againWith } from './again.ts'
import { element, escaped } from './markup.ts'
import type { Reporter, ReporterOptions } from './reporter.ts'
import { storyText } from './story-text.ts'
import { problemsOf } from './tally.ts'

const findingOf = ({ findings }: Report, { rule, vendor }: Result): Finding | undefined =>
  findings.find((finding) => finding.rule === rule && finding.vendor === vendor)

const told = (finding: Finding | undefined, options: ReporterOptions): string =>
  finding === undefined
    ? ''
    : [
        storyText(finding),
        ...againWith(finding, options).map(([title, command]) => `${title}: ${command}`),
      ].join('\n')

/** What a result comes to in a case: JUnit knows no warnings, so that a broken SHOULD passes and says so in its output. */
const inside = (result: Result, finding: Finding | undefined, options: ReporterOptions): string => {
  const { kind, reason = '' } = result
  switch (kind) {
    case 'failed':
      return element(
        'failure',
        { message: finding?.what, type: result.rule },
        escaped(told(finding, options)),
      )
    case 'warned':
      return element('system-out', {}, escaped(`WARN ${finding?.what ?? ''}\n${told(finding, options)}`))
    case 'known':
      return element('skipped', { message: `known: ${reason}` })
    case 'skipped':
      return element('skipped', { message: reason })
    case 'incomplete':
      return element('error', { message: reason, type: 'incomplete' })
    case 'passed':
      return ''
  }
}

const suite = (name: string, kinds: readonly Result['kind'][], cases: readonly string[]): string => {
  const count = (...wanted: readonly Result['kind'][]): number =>
    kinds.filter((kind) => wanted.includes(kind)).length
  const counts = {
    tests: cases.length,
    failures: count('failed'),
    errors: count('incomplete'),
    skipped: count('skipped', 'known'),
  }
  // No verdict depends on real time, so none is told.
  return element('testsuite', { name, ...counts, time: 0 }, '\n', ...cases.map((one) => `${one}\n`))
}

const vendorSuite = (report: Report, vendor: string, options: ReporterOptions): string => {
  const results = report.results.filter((result) => result.vendor === vendor)
  return suite(
    `${report.client} at ${vendor}`,
    results.map(({ kind }) => kind),
    results.map((result) =>
      element(
        'testcase',
        { name: result.rule, classname: `${report.client}.${vendor}`, time: 0 },
        inside(result, findingOf(report, result), options),
      ),
    ),
  )
}

/** What is wrong beside rules, as a suite of its own, so that no tool overlooks it. */
const problemSuite = (report: Report): readonly string[] => {
  const problems = problemsOf(report)
  if (problems.length === 0) return []
  const kinds = problems.map(({ head }) => (head === 'ERROR' ? 'incomplete' : 'failed'))
  const cases = problems.map(({ head, text }, index) =>
    element(
      'testcase',
      { name: `${head.toLowerCase()} ${index + 1}`, classname: `${report.client}.run`, time: 0 },
      element(head === 'ERROR' ? 'error' : 'failure', { message: text, type: head.toLowerCase() }),
    ),
  )
  return [suite(`${report.client}, the run`, kinds, cases)]
}

/** JUnit's XML: a suite for each vendor, a case for each rule. */
export const junit: Reporter = {
  summary: 'JUnit XML: a suite for each vendor, a test case for each rule.',
  render: (reports, options) => {
    const suites = reports.flatMap((report) => [
      ...report.vendors.map((vendor) => vendorSuite(report, vendor, options)),
      ...problemSuite(report),
    ])
    return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'playhead' }, '\n', ...suites.map((one) => `${one}\n`))}`
  },
}
