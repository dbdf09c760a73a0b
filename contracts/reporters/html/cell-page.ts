import type { Finding, Report, Result } from '../../report.ts'
import { againWith } from '../again.ts'
import { element, escaped } from '../markup.ts'
import type { ReporterOptions } from '../reporter.ts'
import { saysOf } from '../says-of.ts'
import { timelineSvg } from './timeline.ts'
import { rawTrace, storyTable } from './trace.ts'

/** What became of a rule, in a word. */
export const kindWords: Readonly<Record<Result['kind'], string>> = {
  passed: 'passed',
  failed: 'failed',
  warned: 'warned',
  known: 'known',
  skipped: 'skipped',
  incomplete: 'incomplete',
}

const facts = (rows: readonly (readonly [string, string])[]): string =>
  element(
    'dl',
    {},
    ...rows.map(([name, text]) => element('dt', {}, escaped(name)) + element('dd', {}, escaped(text))),
  )

const more = (title: string, text: string): string =>
  element('details', {}, element('summary', {}, title), element('pre', { tabindex: 0 }, text))

const commands = (finding: Finding, options: ReporterOptions): string =>
  againWith(finding, options)
    .map(([title, command]) =>
      element(
        'p',
        { class: 'command' },
        element('span', {}, escaped(title)),
        element('code', {}, escaped(command)),
        element('button', { type: 'button', class: 'copy', hidden: '' }, 'copy'),
      ),
    )
    .join('')

const findingPart = (finding: Finding, options: ReporterOptions): string => {
  const { history, event, what, allowed, needed, foundBy } = finding
  return [
    facts([
      ['Wrong here', what],
      ['Allowed here', allowed],
      ...(needed.length > 0 ? [['Needed', needed.join('; ')] as const] : []),
      ['Found by', foundBy],
    ]),
    element('figure', {}, timelineSvg(history, event)),
    storyTable(history, event),
    commands(finding, options),
    more('Everything on the wire', rawTrace(history, event)),
    more('The case file', escaped(JSON.stringify(finding.case, null, 2))),
  ].join('\n')
}

/** How often a result was judged, or why it was not. */
export const resultWords = ({ kind, judged, cases, reason }: Result): string => {
  if (kind === 'skipped' || kind === 'incomplete') return `${kind}: ${reason ?? ''}`
  const often = `judged ${judged} times in ${cases} cases`
  return kind === 'known' ? `known, ${reason ?? ''}; ${often}` : `${kindWords[kind]}, ${often}`
}

/** What a cell of the matrix opens. */
export const cellPage = (id: string, report: Report, result: Result, options: ReporterOptions): string => {
  const { rule, vendor, level, kind } = result
  const finding = report.findings.find((one) => one.rule === rule && one.vendor === vendor)
  return element(
    'dialog',
    { id, class: kind, 'aria-labelledby': `${id}-t` },
    element(
      'header',
      {},
      element('h2', { id: `${id}-t` }, escaped(rule)),
      element(
        'p',
        { class: 'chips' },
        ...[level.toUpperCase(), vendor, report.client].map((one) => element('span', {}, escaped(one))),
      ),
      element('a', { class: 'close', href: '#', 'aria-label': 'Close' }, '×'),
    ),
    element('p', { class: 'says' }, escaped(saysOf(rule, report) ?? '')),
    element('p', { class: 'verdict' }, escaped(resultWords(result))),
    finding ? findingPart(finding, options) : '',
  )
}
