import type { Json } from '../../../mocks/world/json.ts'
import { type ApiDocument, meant } from '../document/api-document.ts'
import { type Located, under } from '../document/located.ts'
import { type Found, within } from '../found.ts'
import { essence, holds, mediaOf } from '../operations/media.ts'
import type { ApiOperation } from '../operations/operation.ts'
import { answering, isRedirect, isSuccess, responsesOf } from '../operations/statuses.ts'
import type { RuleId } from '../rules/index.ts'
import { checkRequest } from './check-request.ts'
import type { Exchange } from './exchanges.ts'
import { isJson } from './is-json.ts'
import { jsonOf } from './json-of.ts'
import { misfitsOf } from './misfits.ts'

const told = (rule: RuleId, base: Located, was: Json | undefined, is: Json): Found => ({
  rule,
  place: [],
  base: { at: base.at, ...(was === undefined ? {} : { value: was }) },
  head: { at: '', value: is },
})

const inBody = (
  document: ApiDocument,
  media: Located,
  type: string,
  body: string | undefined,
): readonly Found[] => {
  // Nothing is said of a body that nobody has kept.
  if (body === undefined || !isJson(type)) return []
  const value = jsonOf(body)
  const schema = under(media, 'schema')
  if (value === undefined) return [told('response-type-changed', media, type, 'no JSON')]
  return schema.value === undefined ? [] : misfitsOf(document, value, [schema])
}

const inResponse = (
  document: ApiDocument,
  response: Located,
  { headers, body }: Exchange,
): readonly Found[] => {
  const types = mediaOf(document, response)
  // A body that nobody promised is nobody's loss.
  if (types.size === 0) return []
  const type = essence(headers['content-type'] ?? '')
  const [, media] = [...types].find(([range]) => holds(range, type)) ?? []
  const promised = [...types.keys()].join(', ')
  if (!media) return [told('response-media-type-removed', response, promised, type === '' ? 'none' : type)]
  return within(type, inBody(document, media, type, body))
}

const undocumented = (status: number): RuleId => {
  const text = String(status)
  return isSuccess(text) || isRedirect(text) ? 'unlike-success-status-added' : 'error-status-added'
}

const checkAnswer = (
  document: ApiDocument,
  operation: ApiOperation,
  exchange: Exchange,
): readonly Found[] => {
  const status = String(exchange.status)
  const response = answering(responsesOf(document, operation), status)
  return within(
    status,
    response
      ? inResponse(document, meant(document, response), exchange)
      : [told(undocumented(exchange.status), operation.operation, undefined, status)],
  )
}

/**
 * Tells what of an answer its document did not promise, in the words that documents are compared in, and what of the request
 * it does not know.
 */
export const checkExchange = (
  document: ApiDocument,
  operation: ApiOperation,
  exchange: Exchange,
): readonly Found[] => [
  ...checkRequest(document, operation, exchange),
  ...checkAnswer(document, operation, exchange),
]
