import type { Found } from '../found.ts'
import type { RuleId } from '../rules/index.ts'
import { rulesOnField } from '../touches/touched-by.ts'
import { type Fact, factsIn } from './facts.ts'
import { type Page, plain, withoutFences } from './page.ts'
import { quantitiesIn } from './quantities.ts'

/** Words of a page that a behaviour rule rests on. */
export interface Quote {
  readonly rule: string
  readonly words: string
}

const key = ({ kind, of }: Fact): string => `${kind} ${of}`

/** Pages have no pointers: what is said of stands in their place. */
const spot = ({ kind, of, says }: Fact) => ({
  at: `${kind} ${of}`,
  value: says === '' ? of : `${of}: ${says}`,
})

const gone = (fact: Fact): Found => ({
  rule: `page-${fact.kind}-gone`,
  place: [fact.of],
  base: spot(fact),
  rests: fact.kind === 'field' ? rulesOnField(fact.of) : [],
})
const added = (fact: Fact): Found => ({ rule: `page-${fact.kind}-new`, place: [fact.of], head: spot(fact) })

const changed = (was: Fact, is: Fact): readonly Found[] => {
  if (was.says === is.says) return []
  // Only a field says something that a client reads it by; a header that comes with a scheme is another header.
  if (was.kind === 'field')
    return [
      {
        rule: 'page-field-changed',
        place: [was.of],
        base: spot(was),
        head: spot(is),
        rests: rulesOnField(was.of),
      },
    ]
  return [gone(was), added(is)]
}

const compareFacts = (base: string, head: string): readonly Found[] => {
  const before = new Map(factsIn(base).map((fact) => [key(fact), fact]))
  const after = new Map(factsIn(head).map((fact) => [key(fact), fact]))
  return [
    ...[...before].flatMap(([one, was]) => {
      const is = after.get(one)
      return is ? changed(was, is) : [gone(was)]
    }),
    ...[...after].flatMap(([one, is]) => (before.has(one) ? [] : [added(is)])),
  ]
}

/** Sentences, and lines that read like one; navigation, buttons and signatures are none. */
const sentencesIn = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n|\n(?=[#*>\-|])|(?<=[.!?])\s+(?=[A-Z])/)
    .map((part) => plain(part.replace(/^[#>*\-\s]+/, '')))
    .filter((part) => part.split(' ').length >= 5 && /[.!]$/.test(part))

const furniture = /documentation index|llms\.txt|was this page helpful|©|cookies/i

const compareWords = (base: string, head: string): readonly Found[] => {
  const told = (rule: RuleId, was: readonly string[], is: readonly string[]): Found => ({
    rule,
    place: ['the page'],
    base: { at: 'the page', value: was.join(' / ') },
    head: { at: 'the page', value: is.join(' / ') },
  })
  const [before, after] = [base, head].map((text) => sentencesIn(text).filter((one) => !furniture.test(one)))
  const was = (before ?? []).filter((one) => !after?.includes(one))
  const is = (after ?? []).filter((one) => !before?.includes(one))
  const [named, names] = [quantitiesIn((before ?? []).join('\n')), quantitiesIn((after ?? []).join('\n'))]
  if (named.length > 0 && named.join() !== names.join()) return [told('quantity-changed', named, names)]
  return was.length + is.length === 0 ? [] : [told('text-changed', was, is)]
}

/** Words that stood in some text and stand there no more, each once, with the rules that rest on them. */
export const goneQuotes = (quotes: readonly Quote[], base: string, head: string): readonly Found[] => {
  const [before, after] = [plain(base), plain(head)]
  const words = [...new Set(quotes.map((quote) => quote.words))]
  return words
    .filter((one) => before.includes(plain(one)) && !after.includes(plain(one)))
    .map((one): Found => {
      const rests = quotes.filter((quote) => quote.words === one).map(({ rule }) => rule)
      return { rule: 'quoted-words-gone', place: ['the page'], base: { at: 'the page', value: one }, rests }
    })
}

/**
 * Compares what two versions of a page say: paths, fields and their types, headers, statuses, lengths of time, sentences. How
 * the page is laid out and what else stands on the site is nothing.
 * @param isAll whether the page is all there is; beside a document its prose alone is compared
 */
export const comparePages = (base: Page, head: Page, isAll: boolean): readonly Found[] => [
  ...(isAll ? compareFacts(base.text, head.text) : []),
  ...compareWords(withoutFences(base.text), withoutFences(head.text)),
]
