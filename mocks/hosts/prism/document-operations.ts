import { pathOnly } from '../../vendors/route.ts'
import { type Fields, fieldsAt, isFields } from './fields.ts'

/** One operation of a vendor's document. */
export interface DocumentOperation {
  /** Its `operationId`, or method and path where it has none. */
  readonly id: string
  /** Upper case. */
  readonly method: string
  /** As in the document: `/v1/contacts/{id}`. */
  readonly path: string
  /** The statuses it lists; `default` and ranges such as `4XX` as they stand. */
  readonly codes: readonly string[]
}

/** An operation found, with the request's path as the document counts it. */
export interface Found {
  readonly operation: DocumentOperation
  /** Path and query, without what the document's `servers` put before every path. */
  readonly path: string
}

/** Finds the operation that a method and a path mean. */
export type Finder = (method: string, path: string) => Found | undefined

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace']

const operationsIn = (document: Fields): readonly DocumentOperation[] =>
  Object.entries(fieldsAt(document, 'paths')).flatMap(([path, item]) =>
    methods.flatMap((name) => {
      const operation = isFields(item) ? item[name] : undefined
      if (!isFields(operation)) return []
      const method = name.toUpperCase()
      const id = typeof operation.operationId === 'string' ? operation.operationId : `${method} ${path}`
      return [{ id, method, path, codes: Object.keys(fieldsAt(operation, 'responses')) }]
    }),
  )

/** The paths of the document's servers, which stand before every path on the wire (OpenAPI, Server Object). */
const basesOf = ({ servers }: Fields): readonly string[] => {
  const urls = (Array.isArray(servers) ? servers : []).map((server: unknown) =>
    isFields(server) && typeof server.url === 'string' ? server.url : '',
  )
  const paths = urls.map((url) => url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/\/$/, ''))
  return [...new Set(['', ...paths.filter((path) => path.startsWith('/') && !path.includes('{'))])]
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split(/(\{[^}]+\})/)
      .map((part) => (part.startsWith('{') ? '[^/]+' : escaped(part)))
      .join('')}$`,
  )

/** Sorts plain segments before templates, the first difference deciding (OpenAPI, Paths Object). */
const plainness = ({ path }: DocumentOperation): string =>
  path
    .split('/')
    .map((part) => (part.includes('{') ? '1' : '0'))
    .join('')

/** Reads the operations of a document, ready to be found. */
export const finderOf = (document: Fields): Finder => {
  const operations = operationsIn(document)
    .toSorted((a, b) => (plainness(a) < plainness(b) ? -1 : 1))
    .map((operation) => ({ operation, pattern: patternOf(operation.path) }))
  const bases = basesOf(document)
  return (method, path) => {
    for (const base of bases) {
      if (!path.startsWith(`${base}/`)) continue
      const local = path.slice(base.length)
      const found = operations.find(
        ({ operation, pattern }) => operation.method === method && pattern.test(pathOnly(local)),
      )
      if (found) return { operation: found.operation, path: local }
    }
    return undefined
  }
}
