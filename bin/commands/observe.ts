import { resolve } from 'node:path'
import { chosenRules } from '../../contracts/catalogue.ts'
import { observe } from '../../contracts/drivers/observe.ts'
import { writeHar } from '../../contracts/har/write-har.ts'
import { exitCode } from '../../contracts/report.ts'
import { jsonReport } from '../../contracts/reporters/json.ts'
import { ansiPaint, noPaint } from '../../contracts/reporters/paint.ts'
import { textReport } from '../../contracts/reporters/text.ts'
import { PlayheadError } from '../../mocks/world/error.ts'
import { writeWhole } from '../../specs/tools/write-whole.ts'
import type { Command, CommandContext } from '../command.ts'
import { readTraffic } from '../observe/read-traffic.ts'
import { watchRun } from '../observe/watch-run.ts'
import { isOn, textOf } from '../text-of.ts'

const fileIn = ([file, ...more]: CommandContext['positionals']): string => {
  if (file !== undefined && more.length === 0) return file
  throw new PlayheadError({
    code: 'missing-run',
    act: `Cannot observe ${file === undefined ? 'nothing' : `${more.length + 1} files at once`}`,
    cure: 'Give one file: a run that `playhead mock --record run.jsonl` has written, or a HAR file.',
  })
}

/** `playhead observe`: judges what an app did on the wire, without an adapter. */
export const command: Command = {
  name: 'observe',
  summary: 'Judge an app by a recorded run: every rule that needs only the wire.',
  usage: 'FILE',
  examples: [
    'playhead observe run.jsonl',
    'playhead observe run.jsonl --watch',
    'playhead observe run.jsonl --each-once',
    'playhead observe traffic.har --json',
    'playhead observe run.jsonl --har run.har',
  ],
  options: {
    'each-once': {
      type: 'boolean',
      help: 'The app was asked for each recording once: judge its retries, waits and polling too.',
    },
    watch: { type: 'boolean', help: 'Follow the file while it grows, and tell each finding as it comes.' },
    rules: {
      type: 'string',
      value: 'LIST',
      help: 'Only these rules, separated by commas; or a version, such as 1.0, to pin the catalogue to.',
    },
    har: { type: 'string', value: 'FILE', help: 'Also write the run as a HAR file, its secrets masked.' },
    json: { type: 'boolean', help: 'Print the report as JSON.' },
  },
  async run({ values, positionals, out, err, cwd, isTTY, signal }) {
    const file = fileIn(positionals)
    const ids = textOf(values, 'rules')
    const chosen = chosenRules(ids === undefined ? [] : ids.split(',').map((id) => id.trim()))
    const judged = {
      rules: chosen.rules,
      catalogue: chosen.version,
      client: file,
      eachOnce: isOn(values, 'each-once'),
    }
    const paint = isTTY ? ansiPaint : noPaint
    if (isOn(values, 'watch')) await watchRun(file, { cwd, judged, paint, signal, err })
    const run = await readTraffic(file, cwd)
    const { report, unplaced } = observe({ run, ...judged })
    const har = textOf(values, 'har')
    if (har !== undefined) await writeWhole(resolve(cwd, har), writeHar(run))
    if (run.torn !== undefined) err(`Line ${run.torn} was not written to its end, and is passed over.`)
    if (!run.ended) err('The run was not recorded to its end: the mock still runs, or was killed.')
    if (unplaced > 0)
      err(
        `Requests to no operation of a vendor, or for a URL that nobody told: ${unplaced}. They are not judged.`,
      )
    out(isOn(values, 'json') ? jsonReport(report) : textReport(report, { paint }))
    return exitCode(report)
  },
}
