import { judgedBy } from '../contracts/baseline/judged-by.ts'
import { wholeCatalogue } from '../contracts/catalogue.ts'
import { parseReport } from '../contracts/report/schema.ts'
import { withShortfalls } from '../contracts/report/shortfalls.ts'
import type { Report, Shard } from '../contracts/report.ts'
import { vendors } from '../mocks/vendors/index.ts'
import { PlayheadError, shown } from '../mocks/world/error.ts'
import { isThere, readBaseline, usualBaseline } from './baseline-file.ts'
import type { CommandContext, CommandOption, CommandValues } from './command.ts'
import { readJson } from './read-json.ts'
import { numberOf, textOf } from './text-of.ts'
import { todayOf, todayOption } from './today.ts'

/** The options that say what is red beside a broken rule, and what is not. */
export const gateOptions = {
  baseline: {
    type: 'string',
    value: 'FILE',
    help: `Known failures that fail nothing (${usualBaseline}, where it is there).`,
  },
  today: todayOption,
  'min-rules': {
    type: 'string',
    value: 'N',
    help: 'Fail where fewer than so many rules, counted at each vendor, had something to judge.',
  },
  against: {
    type: 'string',
    value: 'FILE',
    help: 'An earlier report as JSON: fail where a rule that was judged then is not now.',
  },
} as const satisfies Record<string, CommandOption>

/** What `--shard` says of itself. */
export const shardOption = {
  type: 'string',
  value: 'I/N',
  help: 'Run the Ith of N parts; `playhead report merge` joins their reports.',
} as const satisfies CommandOption

/**
 * The part of a campaign that `--shard` names.
 * @throws PlayheadError `bad-shard`, `conflicting-options` beside what only the whole can be held to
 */
export const shardOf = (values: CommandValues): Shard | undefined => {
  const text = textOf(values, 'shard')
  if (text === undefined) return undefined
  const [index = 0, of = 0] = /^\d{1,4}\/\d{1,4}$/.test(text) ? text.split('/').map(Number) : []
  if (index < 1 || index > of)
    throw new PlayheadError({
      code: 'bad-shard',
      act: `Cannot run the shard ${shown(text)}`,
      cure: 'Give which part it is and how many there are, from 1: 1/4, 2/4, 3/4 and 4/4.',
    })
  for (const option of ['min-rules', 'against'])
    if (textOf(values, option) !== undefined)
      throw new PlayheadError({
        code: 'conflicting-options',
        act: `Cannot use --${option} with --shard ${text}: a part judges less than the whole`,
        cure: `Give --${option} to \`playhead report merge\`.`,
      })
  return { index, of }
}

/**
 * Reads what a run is to be held to, before it is run.
 * @returns what judges a report by it
 * @throws PlayheadError as reading the files does, `bad-number`, `bad-date`
 */
export const readGate = async ({ values, cwd, err }: CommandContext): Promise<(report: Report) => Report> => {
  const file = textOf(values, 'baseline') ?? usualBaseline
  const isBaselined = textOf(values, 'baseline') !== undefined || isThere(file, cwd)
  const baseline = isBaselined ? await readBaseline(file, cwd) : undefined
  const today = todayOf(values)
  const minRules = numberOf(values, 'min-rules', { least: 0, most: 1_000_000 })
  const before = textOf(values, 'against')
  const against = before === undefined ? undefined : parseReport(await readJson(before, cwd))
  if (baseline) err(`Known failures are those in ${file}.`)
  return (report) => {
    const rules = wholeCatalogue()
    const judged = baseline ? judgedBy(report, baseline, { rules, vendors, today }) : report
    return withShortfalls(judged, { minRules, against, rules: rules.map(({ id }) => id) })
  }
}
