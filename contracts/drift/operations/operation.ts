import { isObject } from '../../../mocks/world/json.ts'
import { type ApiDocument, meant, rootOf } from '../document/api-document.ts'
import { entriesOf, type Located, textUnder, under } from '../document/located.ts'

/** One operation of a document, or a webhook. */
export interface ApiOperation {
  readonly kind: 'operation' | 'webhook'
  /** Upper case. */
  readonly method: string
  /** The path's template, or the webhook's name. */
  readonly path: string
  readonly operation: Located
  /** The path's item, which holds what all its operations share. */
  readonly item: Located
}

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace', 'query']

const inItems = (
  document: ApiDocument,
  items: Located,
  kind: ApiOperation['kind'],
): readonly ApiOperation[] =>
  entriesOf(items).flatMap(([path, at]) => {
    const item = meant(document, at)
    return methods.flatMap((method): readonly ApiOperation[] => {
      const operation = meant(document, under(item, method))
      return isObject(operation.value) ? [{ kind, method: method.toUpperCase(), path, operation, item }] : []
    })
  })

/** Every operation of a document, its webhooks included, in its own order. */
export const operationsIn = (document: ApiDocument): readonly ApiOperation[] => [
  ...inItems(document, under(rootOf(document), 'paths'), 'operation'),
  ...inItems(document, under(rootOf(document), 'webhooks'), 'webhook'),
]

/** What an operation calls back, as webhooks. */
export const callbacksOf = (document: ApiDocument, { operation }: ApiOperation): readonly ApiOperation[] =>
  entriesOf(under(operation, 'callbacks')).flatMap(([name, at]) =>
    inItems(document, meant(document, at), 'webhook').map((one) => ({ ...one, path: `${name} ${one.path}` })),
  )

/** How an operation is named in reports. @example 'GET /v1/call/{id}/recording' */
export const titleOf = ({ kind, method, path }: ApiOperation): string =>
  kind === 'webhook' ? `webhook ${path} (${method})` : `${method} ${path}`

/** The name its document gives it. */
export const operationIdOf = ({ operation }: ApiOperation): string | undefined =>
  textUnder(operation, 'operationId')

/** A path with its parameters' names left out: how the wire sees it. */
export const wirePath = (path: string): string => path.replace(/\{[^}]*\}/g, '{}')
