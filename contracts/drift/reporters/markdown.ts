import type { Change } from '../change.ts'
import type { DriftSubject } from '../drift-report.ts'
import type { DriftReporter } from './drift-reporter.ts'
import { elsewhereText, seenText, spotText, tallyText, unseenText, valuesText } from './words.ts'

/** A text in a cell of a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const code = (text: string): string =>
  text === '' ? '' : `\`\`${text.includes('`') ? ` ${text} ` : text}\`\``

const row = (change: Change): string => {
  const { grade, rule, says, places, touches, seen } = change
  const [first] = places
  const where = [first?.operation, first?.where].filter((one) => one !== undefined && one !== '').join(' ')
  const more = places.length > 1 ? ` and ${places.length - 1} more` : ''
  const line = first?.head ? `, ${spotText(first.head)}` : ''
  return `| ${[
    grade,
    `${says}${valuesText(change) === '' ? '' : `: ${code(valuesText(change))}`}${seen ? ` (${seenText(seen)}, such as ${code(seen.sample)})` : ''}`,
    `${code(where)}${more}${line}`,
    touches.rules.join(', '),
    code(rule),
    code(change.fingerprint),
  ]
    .map(cell)
    .join(' | ')} |`
}

const section = ({ vendor, base, head, comparison, accepted, problems }: DriftSubject): string =>
  [
    `### ${vendor ?? `${base} → ${head}`}`,
    '',
    `${tallyText(comparison)}. ${code(base)} → ${code(head)}. ${elsewhereText(comparison)}`.trim(),
    '',
    ...(comparison.changes.length === 0
      ? []
      : [
          '| grade | what | where | rules that lean on it | id | fingerprint |',
          '| --- | --- | --- | --- | --- | --- |',
          ...comparison.changes.map(row),
          '',
        ]),
    ...accepted.map(
      ({ change, reason, until }) => `- accepted until ${until}: ${code(change.rule)}, ${reason}`,
    ),
    ...(comparison.unseen ?? []).map((one) => `- not seen: ${code(unseenText(one))}`),
    ...problems.map((problem) => `- **problem**: ${problem}`),
  ]
    .join('\n')
    .trimEnd()

/** For a pull request, an issue or a job's summary. */
export const markdown: DriftReporter = {
  summary: 'For a pull request or an issue: a table for each vendor.',
  mostPlaces: 1,
  render: ({ subjects }) => subjects.map(section).join('\n\n'),
}
