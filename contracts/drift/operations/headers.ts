import { type ApiDocument, meant } from '../document/api-document.ts'
import { entriesOf, type Located, under } from '../document/located.ts'
import { type Found, within } from '../found.ts'
import type { RuleId } from '../rules/index.ts'
import type { Documents } from './documents.ts'

const headersOf = (document: ApiDocument, response: Located): ReadonlyMap<string, Located> =>
  new Map(
    entriesOf(under(response, 'headers'))
      .filter(([name]) => name.toLowerCase() !== 'content-type')
      .map(([name, header]) => [name.toLowerCase(), meant(document, header)]),
  )

const isRequired = (header: Located): boolean => under(header, 'required').value === true

/** Compares the headers of a response. */
export const compareHeaders = (documents: Documents, base: Located, head: Located): readonly Found[] => {
  const [before, after] = [headersOf(documents.base, base), headersOf(documents.head, head)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name): readonly Found[] => {
    const [was, is] = [before.get(name), after.get(name)]
    const told = (rule: RuleId): Found => ({
      rule,
      place: [`header ${name}`],
      base: was ? { at: was.at, value: name } : { at: base.at },
      head: is ? { at: is.at, value: name } : { at: head.at },
    })
    if (!was) return [told('response-header-added')]
    if (!is)
      return [told(isRequired(was) ? 'required-response-header-removed' : 'optional-response-header-removed')]
    const inside = documents.compare({
      base: [under(was, 'schema')],
      head: [under(is, 'schema')],
      direction: 'response',
    })
    const necessity: readonly Found[] =
      isRequired(was) === isRequired(is)
        ? []
        : [told(isRequired(is) ? 'response-header-became-required' : 'response-header-became-optional')]
    return [...necessity, ...within(`header ${name}`, inside)]
  })
}
