import { judgedBy } from '../../contracts/baseline/judged-by.ts'
import { catalogue, chosenRules } from '../../contracts/catalogue.ts'
import { exitCode, type Finding } from '../../contracts/report.ts'
import { jsonReport } from '../../contracts/reporters/json.ts'
import { ansiPaint, noPaint } from '../../contracts/reporters/paint.ts'
import { textReport } from '../../contracts/reporters/text.ts'
import { defaultCases, defaultSeed, verify } from '../../contracts/verify.ts'
import { vendors as allVendors } from '../../mocks/vendors/index.ts'
import { parseDuration } from '../../mocks/world/duration.ts'
import { PlayheadError } from '../../mocks/world/error.ts'
import { isThere, readBaseline, todayOf, todayOption, usualBaseline } from '../baseline-file.ts'
import type { Command } from '../command.ts'
import { loadClient } from '../load-client.ts'
import { withOwnTimers } from '../own-timers.ts'
import { countingStrayRejections } from '../stray-rejections.ts'
import { isOn, numberOf, textOf } from '../text-of.ts'
import { transportHelp, transportNamed } from '../transport-named.ts'
import { vendorsNamed } from '../vendors-named.ts'
import { writeCase } from '../write-case.ts'

const needed = (option: string, cure: string): PlayheadError =>
  new PlayheadError({ code: 'missing-option', act: `Cannot verify without --${option}`, cure })

/** `playhead verify`: judges a client by the rules. */
export const command: Command = {
  name: 'verify',
  summary: 'Verify a client against the rules of every vendor it speaks to.',
  examples: [
    'playhead verify --client ./test/playhead-adapter.ts --vendor osvi',
    'playhead verify --client builtin:reference --vendor all',
    'playhead verify --client ./adapter.js --vendor quo,osvi --cases 5000 --seed 7',
    'playhead verify --client ./adapter.js --vendor all --transport loopback',
  ],
  options: {
    client: {
      type: 'string',
      value: 'MODULE',
      help: 'The client: a module that exports connect, or builtin:reference.',
    },
    vendor: { type: 'string', value: 'NAMES', help: 'Vendors, separated by commas, or all.' },
    cases: { type: 'string', value: 'N', help: `Generated cases for each vendor (${defaultCases}).` },
    'max-time': {
      type: 'string',
      value: 'DURATION',
      help: 'Real time after which no more cases are run, such as 60s; the report is incomplete then.',
    },
    seed: { type: 'string', value: 'N', help: `What cases are generated from (${defaultSeed}).` },
    rules: {
      type: 'string',
      value: 'LIST',
      help: 'Only these rules, separated by commas; or a version, such as 1.0, to pin the catalogue to.',
    },
    baseline: {
      type: 'string',
      value: 'FILE',
      help: `Known failures that fail nothing (${usualBaseline}, where it is there).`,
    },
    today: todayOption,
    'no-witnesses': { type: 'boolean', help: 'Leave out the fixed case that each rule has.' },
    transport: { type: 'string', value: 'NAME', help: transportHelp },
    json: { type: 'boolean', help: 'Print the report as JSON.' },
  },
  async run({ values, out, err, cwd, isTTY }) {
    const named = textOf(values, 'client')
    if (named === undefined)
      throw needed(
        'client',
        'Give the module that connects your client, or builtin:reference to see one pass.',
      )
    const list = textOf(values, 'vendor')
    if (list === undefined) throw needed('vendor', 'Give one or more vendors, such as --vendor osvi, or all.')
    const vendors = vendorsNamed(list)
    const ids = textOf(values, 'rules')
    const chosen = chosenRules(ids === undefined ? [] : ids.split(',').map((id) => id.trim()))
    const cases = numberOf(values, 'cases', { least: 0, most: 10_000_000 }) ?? defaultCases
    const seed = numberOf(values, 'seed', { least: 0, most: 2_147_483_647 }) ?? defaultSeed
    const maxTime = textOf(values, 'max-time')
    const maxSeconds = maxTime === undefined ? undefined : parseDuration(maxTime) / 1000
    const transport = await transportNamed(textOf(values, 'transport'))
    const client = withOwnTimers(await loadClient(named, cwd), named)

    const baselineFile = textOf(values, 'baseline') ?? usualBaseline
    const isBaselined = textOf(values, 'baseline') !== undefined || isThere(baselineFile, cwd)
    const baseline = isBaselined ? await readBaseline(baselineFile, cwd) : undefined
    const today = todayOf(values)
    if (baseline) err(`Known failures are those in ${baselineFile}.`)

    const { result: unexcused, stray } = await countingStrayRejections(() =>
      verify({
        client,
        vendors,
        rules: chosen.rules,
        catalogue: chosen.version,
        cases,
        seed,
        ...(maxSeconds === undefined ? {} : { maxSeconds }),
        transport,
        witnesses: !isOn(values, 'no-witnesses'),
        onProgress: ({ vendor, done, of }) => {
          if (done === 1) err(`Verifying ${client.name ?? named} against ${vendor}: ${of} cases …`)
        },
      }),
    )
    const report = baseline
      ? judgedBy(unexcused, baseline, { rules: catalogue, vendors: allVendors, today })
      : unexcused
    const files = new Map<Finding, string>()
    for (const finding of report.findings) files.set(finding, await writeCase(finding.case, cwd))
    if (stray > 0)
      err(`The client left ${stray} rejected promise${stray === 1 ? '' : 's'} that nothing handles.`)
    const caseFile = (finding: Finding): string | undefined => files.get(finding)
    if (isOn(values, 'json')) out(jsonReport(report, caseFile))
    else out(textReport(report, { paint: isTTY ? ansiPaint : noPaint, caseFile, clientArgument: named }))
    return exitCode(report)
  },
}
