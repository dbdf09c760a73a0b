import type { Report } from '../report.ts'
import { againWith } from './again.ts'
import { clientFile } from './client-file.ts'
import { oneByOne, type ReporterOptions } from './reporter.ts'
import { storyText } from './story-text.ts'
import { effort, problemsOf, tally, unexcused } from './tally.ts'

const inMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const inProperty = (text: string): string => inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** One workflow command, as the runner reads them off standard output: always one line. */
const command = (
  name: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string | undefined>>,
  message: string,
): string => {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${inProperty(value)}`],
  )
  return `::${name} ${given.join(',')}::${inMessage(message)}`
}

const annotations = (report: Report, options: ReporterOptions): string => {
  const file = clientFile(options.clientArgument)
  return [
    ...unexcused(report).map((finding) =>
      command(
        finding.level === 'must' ? 'error' : 'warning',
        { file, title: `${finding.rule} at ${finding.vendor}` },
        [
          finding.says,
          storyText(finding),
          ...againWith(finding, options).map(([title, line]) => `${title}: ${line}`),
        ].join('\n'),
      ),
    ),
    ...problemsOf(report).map(({ head, text }) => command('error', { title: `playhead ${head}` }, text)),
    command('notice', { title: 'playhead' }, `${report.client}: ${tally(report)}. ${effort(report)}.`),
  ].join('\n')
}

/** Annotations for GitHub Actions; the command writes the job's summary beside, where there is one. */
export const github = oneByOne('Annotations for GitHub Actions, and a job summary.', annotations)
