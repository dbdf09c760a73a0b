import { isObject, type JsonObject } from '../../mocks/world/json.ts'
import { follow } from './resolve.ts'

/** One operation of a document that has a name. */
export interface NamedOperation {
  readonly operationId: string
  readonly method: string
  /** The path template, such as /calls/{id}. */
  readonly path: string
  /** What it is to Playhead (`recording`, `replies`): its `x-operation`. */
  readonly role: string | undefined
  readonly operation: JsonObject
}

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace']

const objectAt = (parent: JsonObject, key: string): JsonObject => {
  const value = parent[key]
  return isObject(value) ? value : {}
}

/** Lists the operations of a document that have an operationId, in the document's order. */
export const operationsOf = (document: JsonObject): NamedOperation[] =>
  Object.entries(objectAt(document, 'paths')).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = isObject(item) ? item[method] : undefined
      if (!isObject(operation) || typeof operation.operationId !== 'string') return []
      const role = typeof operation['x-operation'] === 'string' ? operation['x-operation'] : undefined
      return [{ operationId: operation.operationId, method, path, role, operation }]
    }),
  )

/** One body that an operation may answer with. */
export interface ResponseBody {
  readonly status: string
  readonly contentType: string
  readonly schema: JsonObject
}

/** Lists the bodies an operation may answer with: the first content type of each status. */
export const bodiesOf = (document: JsonObject, operation: JsonObject): ResponseBody[] =>
  Object.entries(objectAt(operation, 'responses')).flatMap(([status, value]) => {
    const response = follow(document, value)
    const [content] = Object.entries(isObject(response) ? objectAt(response, 'content') : {})
    if (content === undefined) return []
    const [contentType, media] = content
    return isObject(media) && isObject(media.schema) ? [{ status, contentType, schema: media.schema }] : []
  })
