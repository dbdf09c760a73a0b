import { type ApiDocument, meant, rootOf } from '../document/api-document.ts'
import { entriesOf, type Located, textUnder, under } from '../document/located.ts'
import type { Found } from '../found.ts'
import { essence, holds, mediaOf } from '../operations/media.ts'
import type { ApiOperation } from '../operations/operation.ts'
import { parametersOf } from '../operations/parameters.ts'
import type { RuleId } from '../rules/index.ts'
import { shapeOf } from '../shape/shape-of.ts'
import type { Exchange } from './exchanges.ts'
import { nameShown } from './redacted.ts'

/** Names in the query that a client may send because it is let in by them. */
const keysInQuery = (document: ApiDocument): readonly string[] =>
  entriesOf(under(under(rootOf(document), 'components'), 'securitySchemes')).flatMap(([, one]) => {
    const scheme = meant(document, one)
    return textUnder(scheme, 'in') === 'query' ? [textUnder(scheme, 'name') ?? ''] : []
  })

/** Objects may be written as a parameter for each of their fields. */
const isSpread = (document: ApiDocument, parameter: Located): boolean =>
  textUnder(parameter, 'in') === 'query' &&
  textUnder(parameter, 'style') !== 'deepObject' &&
  under(parameter, 'explode').value !== false &&
  under(parameter, 'content').value === undefined &&
  shapeOf(document, [under(parameter, 'schema')]).alternatives.some(({ type }) => type === 'object')

const told = (rule: RuleId, step: string, at: string, value: string): Found => ({
  rule,
  place: step === '' ? [] : [step],
  base: { at },
  head: { at: '', value },
})

const inQuery = (
  document: ApiDocument,
  operation: ApiOperation,
  { path, sent }: Exchange,
): readonly Found[] => {
  const parameters = [...parametersOf(document, operation).values()]
  const sentInQuery = new Set(new URLSearchParams(path.split('?').slice(1).join('?')).keys())
  const namesIn = (place: string): readonly Located[] =>
    parameters.filter((one) => textUnder(one, 'in') === place)
  const nameOf = (one: Located): string => textUnder(one, 'name') ?? ''
  const known = new Set([...namesIn('query').map(nameOf), ...keysInQuery(document)])
  const undocumented = parameters.some((one) => isSpread(document, one))
    ? []
    : [...sentInQuery].filter((name) => !known.has(name) && !known.has(name.replace(/\[.*$/, '')))
  const isSent = (one: Located): boolean =>
    textUnder(one, 'in') === 'header'
      ? sent[nameOf(one).toLowerCase()] !== undefined
      : [...sentInQuery].some((name) => name === nameOf(one) || name.startsWith(`${nameOf(one)}[`))
  const missing = [...namesIn('query'), ...namesIn('header')].filter(
    (one) => under(one, 'required').value === true && !isSpread(document, one) && !isSent(one),
  )
  return [
    ...undocumented
      .map(nameShown)
      .map((name) =>
        told('undocumented-parameter-sent', `query parameter ${name}`, operation.operation.at, name),
      ),
    ...missing.map((one) =>
      told(
        'required-parameter-not-sent',
        `${textUnder(one, 'in')} parameter ${nameOf(one)}`,
        one.at,
        nameOf(one),
      ),
    ),
  ]
}

const inBody = (document: ApiDocument, { operation }: ApiOperation, { sent }: Exchange): readonly Found[] => {
  const body = meant(document, under(operation, 'requestBody'))
  const types = [...mediaOf(document, body).keys()]
  const type = essence(sent['content-type'] ?? '')
  return type === '' || types.length === 0 || types.some((range) => holds(range, type))
    ? []
    : [told('undocumented-media-type-sent', 'body', body.at, type)]
}

/** Tells what of a request its document does not know, or wants and did not get. What is sent in path and body is not looked at. */
export const checkRequest = (
  document: ApiDocument,
  operation: ApiOperation,
  exchange: Exchange,
): readonly Found[] => [...inQuery(document, operation, exchange), ...inBody(document, operation, exchange)]
