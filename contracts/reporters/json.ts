import { exitCode, type Finding, type Report } from '../report.ts'
import type { Reporter } from './reporter.ts'

const published = (report: Report, caseFile?: (finding: Finding) => string | undefined) => ({
  ...report,
  findings: report.findings.map((finding) => ({ ...finding, file: caseFile?.(finding) })),
  exit: exitCode(report),
})

/**
 * A report as JSON, with its exit code; the shape is versioned by its field `playhead`, and published as
 * `playhead/report.schema.json`.
 * @param caseFile where a finding's case file was written
 */
export const jsonReport = (report: Report, caseFile?: (finding: Finding) => string | undefined): string =>
  JSON.stringify(published(report, caseFile))

export const json: Reporter = {
  summary: 'Everything, by a published schema; several reports become an array.',
  render: ([report, ...others], { caseFile }) =>
    report && others.length === 0
      ? jsonReport(report, caseFile)
      : JSON.stringify([...(report ? [report] : []), ...others].map((one) => published(one, caseFile))),
}
