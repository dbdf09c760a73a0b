import { isObject, type Json } from '../../mocks/world/json.ts'
import { rules as catalogue } from '../rules/index.ts'
import type { Comparison } from './change.ts'
import { compareDocuments } from './compare-documents.ts'
import type { ApiDocument } from './document/api-document.ts'
import { gather } from './gather.ts'
import { byGrade, worstOf } from './grade.ts'
import { placeLines, type TextPlaces } from './place-lines.ts'
import { comparePages, goneQuotes, type Quote } from './prose/compare-pages.ts'
import { type Page, withoutFences } from './prose/page.ts'
import type { RuleId } from './rules/index.ts'

/** What a vendor publishes: a page, and the document in it where it has one. */
export interface Published {
  readonly page: Page
  readonly document: ApiDocument | undefined
  /** The text of the document, in which its lines are counted. */
  readonly places?: TextPlaces | undefined
}

/** The words of a vendor's page that behaviour rules rest on. */
const quotesOf = (vendor: string): readonly Quote[] =>
  catalogue.flatMap(({ id, basis }) =>
    basis.flatMap((one) =>
      one.vendor === vendor && one.from === undefined ? [{ rule: id, words: one.quote }] : [],
    ),
  )

const nothing: Comparison = {
  worst: 'none',
  changes: [],
  operations: [],
  elsewhere: { operations: 0, changed: 0, broken: 0, worst: 'none' },
}

const readByPeople = new Set(['description', 'summary', 'title'])

/** The texts of a document, as far as people read them. */
const textsIn = (value: Json | undefined): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, one]) =>
    typeof one === 'string' && readByPeople.has(key) ? [one] : textsIn(one),
  )
}

/** Everything that a vendor says in words; what its document says in keywords is compared as a document. */
const saidBy = ({ page, document }: Published): string =>
  document ? [withoutFences(page.text), ...textsIn(document.json)].join('\n') : page.text

/** Compares what a vendor published with what it publishes now: documents where there are, and what the pages say. */
export const compareVendor = (vendor: string, base: Published, head: Published): Comparison => {
  const documents = base.document && head.document ? compareDocuments(base.document, head.document) : nothing
  const quoted = goneQuotes(quotesOf(vendor), saidBy(base), saidBy(head))
  const told = new Set<RuleId>([
    ...documents.changes.map(({ rule }) => rule),
    // A sentence that a rule quotes is told by that rule.
    ...(quoted.length > 0 ? (['text-changed'] as const) : []),
  ])
  const pages = comparePages(base.page, head.page, base.document === undefined)
    // The page says again in prose what its document says.
    .filter(({ rule }) => (rule !== 'quantity-changed' && rule !== 'text-changed') || !told.has(rule))
  const gathered = gather([...quoted, ...pages].map((found) => ({ operation: undefined, found })))
  const changes = [...documents.changes, ...gathered].sort(byGrade)
  const compared = { ...documents, changes, worst: worstOf(changes.map(({ grade }) => grade)) }
  return base.places && head.places ? placeLines(compared, base.places, head.places) : compared
}
