import { htmlDocument } from '../../reporters/html/html-document.ts'
import { element, escaped } from '../../reporters/markup.ts'
import type { Change, Place } from '../change.ts'
import type { DriftSubject } from '../drift-report.ts'
import { worstIn } from '../verdict.ts'
import type { DriftReporter } from './drift-reporter.ts'
import { elsewhereText, seenText, spotText, tallyText, unseenText, valueText } from './words.ts'

const style = `
:root { color-scheme: light dark; --page: #fbfaf8; --card: #fff; --ink: #1d1f24; --soft: #5f646e; --line: #e4e2dc;
  --breaking: #b3202c; --risky: #8a5200; --compatible: #0d6b43; --editorial: #5f646e; --none: #0d6b43 }
@media (prefers-color-scheme: dark) { :root { --page: #14161a; --card: #1c1f25; --ink: #e7e9ee; --soft: #a3aab8; --line: #2e323b;
  --breaking: #ff7b82; --risky: #f2b450; --compatible: #5fd09b; --editorial: #a3aab8; --none: #5fd09b } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 980px; padding: 40px 24px 80px; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif }
h1 { margin: 0 0 24px; font-size: 30px; letter-spacing: -.02em } h2 { margin: 36px 0 0; font-size: 21px }
.sides, .tally, .place, .rests { color: var(--soft); margin: 2px 0; overflow-wrap: anywhere }
.change { margin: 12px 0; padding: 14px 18px; background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--grade); border-radius: 10px }
.change h3 { margin: 0; font-size: 16px; font-weight: 600 } .grade { color: var(--grade) }
code { font: 13px ui-monospace, 'SF Mono', Menlo, Consolas, monospace; overflow-wrap: anywhere }
.values { margin: 6px 0 } .was { text-decoration: line-through; color: var(--soft) }
.breaking { --grade: var(--breaking) } .risky { --grade: var(--risky) } .compatible { --grade: var(--compatible) }
.editorial { --grade: var(--editorial) } .none { --grade: var(--none) } h1 span { color: var(--grade) }
`

const mostPlaces = 8

const code = (text: string, kind?: string): string => element('code', { class: kind }, escaped(text))

const valuesOf = ({ base, head }: Change): string => {
  const was =
    base?.value === undefined
      ? ''
      : code(valueText(base.value), head?.value === undefined ? undefined : 'was')
  const is = head?.value === undefined ? '' : code(valueText(head.value))
  return was === '' && is === ''
    ? ''
    : element('p', { class: 'values' }, [was, is].filter((one) => one !== '').join(' → '))
}

const placeOf = ({ operation, where, base, head }: Place): string => {
  const spots = [base ? `base ${spotText(base)}` : '', head ? `head ${spotText(head)}` : ''].filter(
    (one) => one !== '',
  )
  return element(
    'p',
    { class: 'place' },
    code(`${operation} ${where}`.trim()),
    escaped(` ${spots.join(', ')}`),
  )
}

const changeOf = (change: Change): string => {
  const { grade, rule, says, places, touches, seen } = change
  const more = places.length - mostPlaces
  return element(
    'section',
    { class: `change ${grade}` },
    element('h3', {}, element('span', { class: 'grade' }, grade), escaped(` ${says}`)),
    valuesOf(change),
    ...places.slice(0, mostPlaces).map(placeOf),
    more > 0 ? element('p', { class: 'place' }, `and at ${more} more`) : '',
    seen ? element('p', { class: 'place' }, escaped(`${seenText(seen)}, such as `), code(seen.sample)) : '',
    touches.rules.length > 0
      ? element('p', { class: 'rests' }, escaped(`Rules that lean on it: ${touches.rules.join(', ')}`))
      : '',
    element('p', { class: 'rests' }, code(rule), ' ', code(change.fingerprint)),
  )
}

const subjectOf = ({ vendor, base, head, comparison, accepted, problems }: DriftSubject): string =>
  [
    element('h2', {}, escaped(vendor ?? head)),
    element('p', { class: 'sides' }, code(base), ' → ', code(head)),
    element('p', { class: 'tally' }, escaped(`${tallyText(comparison)}. ${elsewhereText(comparison)}`)),
    ...comparison.changes.map(changeOf),
    ...accepted.map(({ change, reason, until }) =>
      element('p', { class: 'tally' }, escaped(`Accepted until ${until}: ${change.rule}, ${reason}`)),
    ),
    ...(comparison.unseen ?? []).map((one) =>
      element('p', { class: 'tally' }, 'Not seen: ', code(unseenText(one))),
    ),
    ...problems.map((problem) => element('p', { class: 'change breaking' }, escaped(problem))),
  ].join('\n')

/** One page that fetches nothing and runs nothing. */
export const html: DriftReporter = {
  summary: 'One page for a browser, which fetches nothing and runs nothing.',
  mostPlaces,
  render: (report) => {
    const worst = worstIn(report)
    const title = worst === 'none' ? 'nothing moved' : worst
    const body = `<main>
${element('h1', { class: worst }, 'Drift: ', element('span', {}, title))}
${report.subjects.map(subjectOf).join('\n')}
</main>`
    return htmlDocument({ title: `Playhead drift: ${title}`, style, body })
  },
}
