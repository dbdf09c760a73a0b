import { exitCode, type Finding, type Report } from '../report.ts'

/**
 * A report as JSON, with its exit code; the shape is versioned by its field `playhead`.
 * @param caseFile where a finding's case file was written
 */
export const jsonReport = (report: Report, caseFile?: (finding: Finding) => string | undefined): string =>
  JSON.stringify({
    ...report,
    findings: report.findings.map((finding) => ({ ...finding, file: caseFile?.(finding) })),
    exit: exitCode(report),
  })
