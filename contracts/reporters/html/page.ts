import { exitCode, type Report } from '../../report.ts'
import { element, escaped } from '../markup.ts'
import type { ReporterOptions } from '../reporter.ts'
import { effort, problemsOf, tally } from '../tally.ts'
import { htmlDocument } from './html-document.ts'
import { matrixOf } from './matrix.ts'
import { script } from './script.ts'
import { style } from './style.ts'

const legend: readonly (readonly [string, string, string])[] = [
  ['passed w1', '9', 'judged a few times'],
  ['passed w4', '1.2k', 'judged often'],
  ['failed', '✕', 'a MUST is broken'],
  ['warned', '!', 'a SHOULD is broken'],
  ['known', '•', 'excused by the baseline'],
  ['skipped', '–', 'not judged'],
  ['incomplete', '?', 'not judged to the end'],
]

const headline = (reports: readonly Report[]): readonly [kind: string, text: string] => {
  const results = reports.flatMap((report) => report.results)
  const broken = results.filter(({ kind }) => kind === 'failed').length
  const codes = reports.map(exitCode)
  if (broken > 0) return ['failed', `${broken} broken ${broken === 1 ? 'rule' : 'rules'}`]
  if (codes.includes(1)) return ['failed', 'The gate is closed']
  if (codes.includes(2)) return ['incomplete', 'Not judged to the end']
  return ['passed', 'Every rule that was judged is kept']
}

const choice = (id: string, text: string, isFirst = false): string =>
  element(
    'label',
    {},
    element('input', { type: 'radio', name: 'rows', id, ...(isFirst ? { checked: '' } : {}) }),
    text,
  )

/** The whole page: rules by clients and vendors, each cell opening what is behind it. */
export const htmlPage = (reports: readonly Report[], options: ReporterOptions): string => {
  const [kind, title] = headline(reports)
  const { table, pages } = matrixOf(reports, options)
  const keys =
    '<kbd>←↑↓→</kbd> cells, <kbd>Enter</kbd> open, <kbd>n</kbd> <kbd>p</kbd> next and previous broken rule'
  const body = `<main>
${element('h1', { class: kind }, escaped(title))}
${element(
  'ul',
  { class: 'runs' },
  ...reports.map((report) =>
    element(
      'li',
      {},
      element('b', {}, escaped(report.client)),
      escaped(`: ${tally(report)}. ${effort(report)}, ${report.transport}.`),
    ),
  ),
)}
${[...new Set(reports.flatMap(({ notes = [] }) => notes))]
  .map((note) => element('p', { class: 'note' }, element('b', {}, 'NOTE'), escaped(` ${note}`)))
  .join('\n')}
${reports
  .flatMap(problemsOf)
  .map(({ head, text }) => element('p', { class: 'problem' }, element('b', {}, head), escaped(` ${text}`)))
  .join('\n')}
${element(
  'fieldset',
  { class: 'filter', 'aria-label': 'Rules to show' },
  choice('f-all', 'all rules', true),
  choice('f-bad', 'broken'),
  choice('f-unjudged', 'not judged'),
  element('span', { class: 'keys' }, keys),
)}
${element('div', { class: 'scroll' }, table)}
${element('p', { class: 'legend' }, ...legend.map(([name, sign, text]) => element('span', {}, element('span', { class: `cell ${name}` }, sign), text)))}
</main>
${pages}
<footer>A number says how often a rule had something to judge. Keys and signatures are masked.</footer>`
  return htmlDocument({ title: `Playhead: ${title}`, style, script, body })
}
