import { wholeCatalogue } from '../../catalogue.ts'
import type { Report, Result } from '../../report.ts'
import { element, escaped } from '../markup.ts'
import type { ReporterOptions } from '../reporter.ts'
import { saysOf } from '../says-of.ts'
import { cellPage, resultWords } from './cell-page.ts'

/** One column: a client at a vendor. */
interface Column {
  readonly report: Report
  readonly vendor: string
}

const signs: Readonly<Record<Exclude<Result['kind'], 'passed'>, string>> = {
  failed: '✕',
  warned: '!',
  known: '•',
  skipped: '–',
  incomplete: '?',
}

const short = (count: number): string => (count < 1000 ? String(count) : `${(count / 1000).toFixed(1)}k`)

/** How much a verdict rests on, in four steps, so that thin evidence looks thin. */
const weight = (judged: number): number => Math.min(4, 1 + Math.floor(Math.log10(Math.max(1, judged))))

const isBad = ({ kind }: Result): boolean => kind === 'failed' || kind === 'warned' || kind === 'known'

/** The matrix of rules by clients and vendors, and the page of each of its cells. */
export interface Matrix {
  readonly table: string
  readonly pages: string
}

const headOf = (reports: readonly Report[], columns: readonly Column[]): string => {
  const clients = reports.map(({ client, vendors }) =>
    element('th', { scope: 'colgroup', colspan: vendors.length }, escaped(client)),
  )
  const vendors = columns.map(({ vendor }) => element('th', { scope: 'col' }, escaped(vendor)))
  return element(
    'thead',
    {},
    element('tr', { class: 'clients' }, element('td', {}), ...clients),
    element('tr', {}, element('th', { scope: 'col' }, 'rule'), ...vendors),
  )
}

/** Rules in the catalogue's order, those that it has no more at the end. */
const inOrder = (rules: readonly string[]): readonly string[] => {
  const places = new Map(wholeCatalogue().map(({ id }, place) => [id, place]))
  const placeOf = (rule: string): number => places.get(rule) ?? places.size
  return rules.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** Draws the matrix of some reports, rules in the catalogue's order. */
export const matrixOf = (reports: readonly Report[], options: ReporterOptions): Matrix => {
  const columns = reports.flatMap((report) => report.vendors.map((vendor): Column => ({ report, vendor })))
  const rules = inOrder([...new Set(reports.flatMap(({ results }) => results.map(({ rule }) => rule)))])
  const pages: string[] = []
  const rows = rules.map((rule, row) => {
    const found: Result[] = []
    const cells = columns.map(({ report, vendor }, column) => {
      const result = report.results.find((one) => one.rule === rule && one.vendor === vendor)
      if (!result) return element('td', {}, element('span', { class: 'cell none' }, ''))
      found.push(result)
      const id = `c${row}-${column}`
      pages.push(cellPage(id, report, result, options))
      const { kind, judged } = result
      const sign = kind === 'passed' ? short(judged) : signs[kind]
      const words = resultWords(result)
      return element(
        'td',
        {},
        element(
          'a',
          {
            class: kind === 'passed' ? `cell passed w${weight(judged)}` : `cell ${kind}`,
            href: `#${id}`,
            // Whoever speaks to the page says what is seen.
            'aria-label': `${rule} at ${vendor}: ${kind === 'passed' ? `${sign}, ` : ''}${words}`,
            title: words,
          },
          sign,
        ),
      )
    })
    const about = [
      ...(found.some(isBad) ? ['bad'] : []),
      ...(found.some(({ kind }) => kind === 'skipped' || kind === 'incomplete') ? ['unjudged'] : []),
    ]
    const says = reports.map((report) => saysOf(rule, report)).find((one) => one !== undefined)
    const name = element('th', { scope: 'row', title: says }, escaped(rule))
    return element('tr', { class: about.join(' ') || undefined }, name, ...cells)
  })
  const table = element('table', { class: 'matrix' }, headOf(reports, columns), element('tbody', {}, ...rows))
  return { table, pages: pages.join('\n') }
}
