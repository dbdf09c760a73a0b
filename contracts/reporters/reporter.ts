import type { Finding, Report } from '../report.ts'
import type { Painter } from './paint.ts'

/** What a reporter may know beside the reports. */
export interface ReporterOptions {
  readonly paint?: Painter
  /** Where a finding's case file was written. */
  readonly caseFile?: (finding: Finding) => string | undefined
  /** How the client is named on the command line. */
  readonly clientArgument?: string
  /** The option that names it. @default --client */
  readonly clientOption?: string
}

/** One form in which reports can be told. */
export interface Reporter {
  /** One line for the help. */
  readonly summary: string
  /** Puts one or more reports into this form; the text ends without a line break. */
  readonly render: (reports: readonly Report[], options: ReporterOptions) => string
}

/** A reporter that tells one report after the other. */
export const oneByOne = (
  summary: string,
  render: (report: Report, options: ReporterOptions) => string,
): Reporter => ({
  summary,
  render: (reports, options) => reports.map((report) => render(report, options)).join('\n\n'),
})
