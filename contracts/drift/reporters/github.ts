import { workflowCommand } from '../../reporters/workflow-command.ts'
import type { Change } from '../change.ts'
import type { DriftSubject } from '../drift-report.ts'
import type { Grade } from '../grade.ts'
import type { DriftReporter } from './drift-reporter.ts'
import { tallyText, valuesText } from './words.ts'

const level = {
  breaking: 'error',
  risky: 'warning',
  compatible: 'notice',
  editorial: 'notice',
} as const satisfies Record<Grade, string>

const annotation = ({ vendor, base }: DriftSubject, change: Change): string => {
  const { grade, rule, says, touches, places } = change
  const [first] = places
  return workflowCommand(
    level[grade],
    {
      file: base.includes('://') ? undefined : base,
      line: first?.base?.line === undefined ? undefined : String(first.base.line),
      title: `${vendor === undefined ? '' : `${vendor}: `}${grade}: ${rule}`,
    },
    [
      `${says}${valuesText(change) === '' ? '' : `: ${valuesText(change)}`}`,
      ...places.map(({ operation, where }) => `${operation} ${where}`.trim()),
      ...(touches.rules.length > 0 ? [`Rules that lean on it: ${touches.rules.join(', ')}`] : []),
    ].join('\n'),
  )
}

const annotations = (subject: DriftSubject): readonly string[] => [
  ...subject.comparison.changes.map((change) => annotation(subject, change)),
  ...subject.problems.map((problem) => workflowCommand('error', { title: 'playhead drift' }, problem)),
  workflowCommand(
    'notice',
    { title: 'playhead drift' },
    `${subject.vendor ?? subject.head}: ${tallyText(subject.comparison)}`,
  ),
]

/** Annotations at the pinned document. */
export const github: DriftReporter = {
  summary: 'Annotations for GitHub Actions, at the pinned document.',
  mostPlaces: 1,
  render: ({ subjects }) => subjects.flatMap(annotations).join('\n'),
}
