import type { Report } from '../report.ts'
import { againWith } from './again.ts'
import { clientFile } from './client-file.ts'
import { oneByOne, type ReporterOptions } from './reporter.ts'
import { storyText } from './story-text.ts'
import { effort, problemsOf, tally, unexcused } from './tally.ts'
import { workflowCommand } from './workflow-command.ts'

const annotations = (report: Report, options: ReporterOptions): string => {
  const file = clientFile(options.clientArgument)
  return [
    ...unexcused(report).map((finding) =>
      workflowCommand(
        finding.level === 'must' ? 'error' : 'warning',
        { file, title: `${finding.rule} at ${finding.vendor}` },
        [
          finding.says,
          storyText(finding),
          ...againWith(finding, options).map(([title, line]) => `${title}: ${line}`),
        ].join('\n'),
      ),
    ),
    ...(report.notes ?? []).map((note) => workflowCommand('notice', { title: 'playhead NOTE' }, note)),
    ...problemsOf(report).map(({ head, text }) =>
      workflowCommand('error', { title: `playhead ${head}` }, text),
    ),
    workflowCommand(
      'notice',
      { title: 'playhead' },
      `${report.client}: ${tally(report)}. ${effort(report)}.`,
    ),
  ].join('\n')
}

/** Annotations for GitHub Actions; the command writes the job's summary beside, where there is one. */
export const github = oneByOne('Annotations for GitHub Actions, and a job summary.', annotations)
