import { mergeReports } from '../../contracts/report/merge.ts'
import { parseReport } from '../../contracts/report/schema.ts'
import { exitCode, type Report } from '../../contracts/report.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { nearest } from '../../mocks/world/nearest.ts'
import type { Command, CommandContext } from '../command.ts'
import { gateOptions, readGate } from '../gate.ts'
import { readJson } from '../read-json.ts'
import { chosenReporters, reporterOptions, tellReports } from '../reporting.ts'

const read = async (files: readonly string[], verb: string, cwd: string): Promise<readonly Report[]> => {
  if (files.length === 0)
    throw new PlayheadError({
      code: 'missing-option',
      act: `Cannot ${verb} no report at all`,
      cure: `Write playhead report ${verb} A.json B.json, files that \`playhead verify --reporter json=FILE\` wrote.`,
    })
  const reports: Report[] = []
  for (const file of files) reports.push(parseReport(await readJson(file, cwd)))
  return reports
}

const merge = async (context: CommandContext, files: readonly string[]): Promise<number> => {
  const chosen = chosenReporters(context.values)
  const gate = await readGate(context)
  const report = gate(mergeReports(await read(files, 'merge', context.cwd)))
  await tellReports([report], chosen, context)
  return exitCode(report)
}

const show = async (context: CommandContext, files: readonly string[]): Promise<number> => {
  const chosen = chosenReporters(context.values)
  await tellReports(await read(files, 'show', context.cwd), chosen, context)
  return 0
}

/** `playhead report`: what can be made of reports that were written as JSON. */
export const command: Command = {
  name: 'report',
  summary: 'Join the reports of shards into one, or show reports in another form.',
  usage: 'merge SHARD.json… | show REPORT.json…',
  examples: [
    'playhead report merge shard-1.json shard-2.json --reporter text --reporter html=report.html',
    'playhead report merge shards/*.json --min-rules 40 --against last.json',
    'playhead report show ours.json theirs.json --reporter html=matrix.html',
  ],
  options: { ...reporterOptions, ...gateOptions },
  async run(context) {
    const [verb = '', ...files] = context.positionals
    if (verb === 'merge') return merge(context, files)
    if (verb === 'show') return show(context, files)
    throw new PlayheadError({
      code: 'unknown-verb',
      act: `Cannot ${shown(verb)} a report`,
      cure: `Did you mean \`playhead report ${nearest(verb, ['merge', 'show'])}\`?`,
    })
  },
}
