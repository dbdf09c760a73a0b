import type { Painter } from '../../reporters/paint.ts'
import type { Change, Place } from '../change.ts'
import type { AcceptedChange, DriftSubject } from '../drift-report.ts'
import type { Grade } from '../grade.ts'
import type { DriftReporter } from './drift-reporter.ts'
import { elsewhereText, inOneLine, seenText, spotText, tallyText, unseenText, valuesText } from './words.ts'

const mostPlaces = 3

const colourOf = (paint: Painter): Readonly<Record<Grade, (text: string) => string>> => ({
  breaking: paint.bad,
  risky: paint.warn,
  compatible: paint.good,
  editorial: paint.dim,
})

const placeLine = ({ operation, where, base, head }: Place): string => {
  const spots = [base ? `base ${spotText(base)}` : '', head ? `head ${spotText(head)}` : ''].filter(
    (one) => one !== '',
  )
  return [
    [operation, where]
      .filter((one) => one !== '')
      .map(inOneLine)
      .join('  ') || 'the document itself',
    `(${spots.join(', ')})`,
  ].join('  ')
}

const changeLines = (change: Change, paint: Painter): readonly string[] => {
  const { grade, rule, says, places, touches, seen } = change
  const values = valuesText(change)
  const more = places.length - mostPlaces
  return [
    `${colourOf(paint)[grade](grade.padEnd(10))}  ${paint.strong(rule)}`,
    `            ${says}${values === '' ? '' : `: ${values}`}`,
    ...places.slice(0, mostPlaces).map((place) => paint.dim(`            ${placeLine(place)}`)),
    ...(more > 0 ? [paint.dim(`            and at ${more} more place${more === 1 ? '' : 's'}`)] : []),
    ...(seen
      ? [paint.dim(`            ${seenText(seen)}`), paint.dim(`            such as ${seen.sample}`)]
      : []),
    ...(touches.rules.length > 0 ? [`            rules that lean on it: ${touches.rules.join(', ')}`] : []),
    ...(touches.files.length > 0 ? [`            files that read it: ${touches.files.join(', ')}`] : []),
  ]
}

const acceptedLine = ({ change, reason, until }: AcceptedChange): string =>
  `accepted    ${change.rule} until ${until}: ${reason}`

const subjectLines = (subject: DriftSubject, paint: Painter): readonly string[] => {
  const { vendor, base, head, comparison, accepted, problems } = subject
  const rest = elsewhereText(comparison)
  const looked = comparison.operations.length
  return [
    paint.strong(`${vendor === undefined ? '' : `${vendor}: `}${base} → ${head}`),
    ...comparison.changes.flatMap((change) => changeLines(change, paint)),
    ...accepted.map((one) => paint.dim(acceptedLine(one))),
    ...(comparison.unseen ?? []).map((one) => paint.dim(`not seen    ${inOneLine(unseenText(one))}`)),
    ...problems.map((problem) => paint.bad(`problem     ${problem}`)),
    `${tallyText(comparison)}${looked === 0 ? '' : `, in ${looked} operation${looked === 1 ? '' : 's'} in use`}.${rest === '' ? '' : ` ${rest}.`}`,
  ]
}

/** What a person reads. */
export const text: DriftReporter = {
  summary: 'For people: each change with both values, where they stand, and what leans on them.',
  mostPlaces,
  render: ({ subjects }, { paint }) =>
    subjects.map((subject) => subjectLines(subject, paint).join('\n')).join('\n\n'),
}
