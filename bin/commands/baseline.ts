import { baselineProblems, knownName } from '../../contracts/baseline/problems.ts'
import { emptyBaseline, type Known, parseBaseline, withKnown } from '../../contracts/baseline.ts'
import { parseCase } from '../../contracts/case.ts'
import { wholeCatalogue } from '../../contracts/catalogue.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { nearest } from '../../mocks/world/nearest.ts'
import { isThere, readBaseline, usualBaseline, writeBaseline } from '../baseline-file.ts'
import type { Command, CommandContext } from '../command.ts'
import { readJson } from '../read-json.ts'
import { isOn, textOf } from '../text-of.ts'
import { todayOf, todayOption } from '../today.ts'

const missing = (what: string): PlayheadError =>
  new PlayheadError({
    code: 'missing-option',
    act: `Cannot excuse a failure without ${what}`,
    cure: 'Write playhead baseline add CASE.json --issue URL --until DATE.',
  })

/** The entry that excuses what a case was found for. */
const knownFrom = async (file: string, { values, cwd }: CommandContext): Promise<Known> => {
  const { finding, client } = parseCase(await readJson(file, cwd))
  if (!finding)
    throw new PlayheadError({
      code: 'no-finding',
      act: `Cannot excuse ${shown(file)}: it says of no rule that it is broken`,
      cure: 'Give a case file that `playhead verify` wrote for a failure.',
    })
  const issue = textOf(values, 'issue')
  const until = textOf(values, 'until')
  if (issue === undefined || until === undefined)
    throw missing(issue === undefined ? 'an issue' : 'a last day')
  const { rule, vendor } = finding
  const note = textOf(values, 'note')
  const added = { rule, vendor, reason: textOf(values, 'reason') ?? 'client', issue, until }
  const whole = { ...added, ...(client ? { client } : {}), ...(note ? { note } : {}) }
  const [known] = parseBaseline({ ...emptyBaseline, known: [whole] }).known
  if (known) return known
  throw missing('an entry')
}

const add = async (context: CommandContext, files: readonly string[]): Promise<number> => {
  const { values, cwd, out } = context
  if (files.length === 0) throw missing('a case')
  const file = textOf(values, 'file') ?? usualBaseline
  let baseline = isThere(file, cwd) ? await readBaseline(file, cwd) : emptyBaseline
  for (const one of files) {
    const known = await knownFrom(one, context)
    baseline = withKnown(baseline, known)
    out(`${file}: ${knownName(known)} is excused until ${known.until} (${known.issue})`)
  }
  await writeBaseline(file, baseline, cwd)
  return 0
}

const check = async ({ values, cwd, out }: CommandContext): Promise<number> => {
  const file = textOf(values, 'file') ?? usualBaseline
  const baseline = await readBaseline(file, cwd)
  const problems = baselineProblems(baseline, wholeCatalogue(), vendors, todayOf(values))
  if (isOn(values, 'json')) out(JSON.stringify({ file, known: baseline.known.length, problems }))
  else
    out(
      [
        ...problems.map(({ what, cure }) => `BASELINE  ${what}. ${cure}`),
        `${file}: ${baseline.known.length} known, ${problems.length} to mend.`,
      ].join('\n'),
    )
  return problems.length > 0 ? 1 : 0
}

/** `playhead baseline`: the failures a project knows of, and excuses until a day. */
export const command: Command = {
  name: 'baseline',
  summary: 'Excuse a known failure until a day, or check that the excuses still hold.',
  usage: 'add CASE.json… | check',
  examples: [
    'playhead baseline add .playhead/final-is-final-7f3a21.json --issue https://example.com/issues/7 --until 2027-01-31',
    'playhead baseline check',
    'playhead verify --client ./adapter.ts --vendor osvi --baseline playhead.baseline.json',
  ],
  options: {
    issue: { type: 'string', value: 'URL', help: 'Where the failure is followed up.' },
    until: { type: 'string', value: 'DATE', help: 'The last day on which it is excused.' },
    reason: { type: 'string', value: 'WHO', help: 'Who is wrong: client (the default), or suite.' },
    note: { type: 'string', value: 'TEXT', help: 'What the next reader should know.' },
    file: { type: 'string', value: 'FILE', help: `The baseline (${usualBaseline}).` },
    today: todayOption,
    json: { type: 'boolean', help: 'Print the result of a check as JSON.' },
  },
  async run(context) {
    const [verb = '', ...files] = context.positionals
    if (verb === 'add') return add(context, files)
    if (verb === 'check') return check(context)
    throw new PlayheadError({
      code: 'unknown-verb',
      act: `Cannot ${shown(verb)} a baseline`,
      cure: `Did you mean \`playhead baseline ${nearest(verb, ['add', 'check'])}\`?`,
    })
  },
}
