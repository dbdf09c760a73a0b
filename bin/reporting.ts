import { appendFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Finding, Report } from '../contracts/report.ts'
import { reporters } from '../contracts/reporters/index.ts'
import { jobSummary } from '../contracts/reporters/markdown.ts'
import { ansiPaint, noPaint } from '../contracts/reporters/paint.ts'
import type { Reporter, ReporterOptions } from '../contracts/reporters/reporter.ts'
import { writeWhole } from '../specs/tools/write-whole.ts'
import { type Chosen, chosenFrom } from './chosen-from.ts'
import type { CommandContext, CommandOption, CommandValues } from './command.ts'
import { writeCase } from './write-case.ts'

const names = Object.keys(reporters)

/** The options that say how a report is told. */
export const reporterOptions = {
  reporter: {
    type: 'string',
    multiple: true,
    value: 'NAME[=FILE]',
    help: `How it is told, to a file or standard output; may be given several times: ${names.join(', ')} (text).`,
  },
  json: { type: 'boolean', help: 'Print the report as JSON: --reporter json.' },
} as const satisfies Record<string, CommandOption>

/** One reporter, and where what it writes goes. */
export type ChosenReporter = Chosen<Reporter>

/**
 * The reporters that were asked for; a text for people where none was.
 * @throws PlayheadError `unknown-reporter`, `missing-value`, `conflicting-options` where two would write to standard output
 */
export const chosenReporters = (values: CommandValues): readonly ChosenReporter[] =>
  chosenFrom(reporters, values)

/** How the client is named on a command line, where one report is told. */
export type Named = Pick<ReporterOptions, 'clientOption' | 'clientArgument'>

/** Tells reports in every form that was asked for; the case of each finding is written first. */
export const tellReports = async (
  reports: readonly Report[],
  chosen: readonly ChosenReporter[],
  { out, err, cwd, env, isTTY }: CommandContext,
  named: Named = {},
): Promise<void> => {
  const files = new Map<Finding, string>()
  for (const { findings } of reports)
    for (const finding of findings) files.set(finding, await writeCase(finding.case, cwd))
  const options = { ...named, caseFile: (finding: Finding) => files.get(finding) }
  for (const { name, reporter, file } of chosen) {
    const paint = file === undefined && isTTY ? ansiPaint : noPaint
    const text = reporter.render(reports, { ...options, paint })
    if (file === undefined) out(text)
    else {
      await writeWhole(resolve(cwd, file), `${text}\n`)
      err(`Wrote ${file} (${name}).`)
    }
    // What a runner shows beside the annotations; it names the file, and empties it for each step.
    if (name === 'github' && env.GITHUB_STEP_SUMMARY)
      await appendFile(resolve(cwd, env.GITHUB_STEP_SUMMARY), `${jobSummary(reports, options)}\n`)
  }
}
