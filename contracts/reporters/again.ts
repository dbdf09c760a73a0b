import type { Finding } from '../report.ts'
import type { ReporterOptions } from './reporter.ts'

/** What to type to see a finding again, or to live with it: a title and a command each; none where no case was written. */
export const againWith = (
  finding: Finding,
  { caseFile, clientArgument = 'MODULE', clientOption = '--client' }: ReporterOptions,
): readonly (readonly [title: string, command: string])[] => {
  const file = caseFile?.(finding)
  if (file === undefined) return []
  return [
    ['Replay', `playhead replay ${file} ${clientOption} ${clientArgument}`],
    ['See it', `playhead mock --case ${file}`],
    ['Accept', `playhead baseline add ${file} --issue URL --until DATE`],
  ]
}
