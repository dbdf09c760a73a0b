import { resolve } from 'node:path'
import type { DriftReport } from '../../contracts/drift/drift-report.ts'
import { driftReporters } from '../../contracts/drift/reporters/index.ts'
import { ansiPaint, noPaint } from '../../contracts/reporters/paint.ts'
import { writeWhole } from '../../specs/tools/write-whole.ts'
import { chosenFrom } from '../chosen-from.ts'
import type { CommandContext, CommandOption } from '../command.ts'

/** The options that say how drift is told. */
export const driftReporterOptions = {
  reporter: {
    type: 'string',
    multiple: true,
    value: 'NAME[=FILE]',
    help: `How it is told, to a file or standard output; may be given several times: ${Object.keys(driftReporters).join(', ')} (text).`,
  },
  json: { type: 'boolean', help: 'Print the result as JSON: --reporter json.' },
} as const satisfies Record<string, CommandOption>

/** Of how many places of a change the chosen reporters tell where they stand, at most. */
export const mostPlacesTold = (values: CommandContext['values']): number =>
  Math.max(...chosenFrom(driftReporters, values).map(({ reporter }) => reporter.mostPlaces))

/** Tells a report in every form that was asked for. @throws PlayheadError `unknown-reporter`, `missing-value`, `conflicting-options` */
export const tellDrift = async (
  report: DriftReport,
  { values, out, err, cwd, isTTY }: CommandContext,
): Promise<void> => {
  for (const { name, reporter, file } of chosenFrom(driftReporters, values)) {
    const text = reporter.render(report, { paint: file === undefined && isTTY ? ansiPaint : noPaint })
    if (file === undefined) out(text)
    else {
      await writeWhole(resolve(cwd, file), `${text}\n`)
      err(`Wrote ${file} (${name}).`)
    }
  }
}
