import type { ApiDocument } from '../document/api-document.ts'
import { type ApiOperation, operationsIn, wirePath } from '../operations/operation.ts'
import type { Exchange } from './exchanges.ts'

/** How a path of a template looks on the wire. */
const patternOf = (template: string): RegExp =>
  new RegExp(
    `^${wirePath(template)
      .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      .replaceAll('{}', '[^/]+')}$`,
  )

/** Finds the operation of a document that an exchange was one of; a vendor's own prefix is no part of its paths. */
export const operationFinder = (
  document: ApiDocument,
): ((exchange: Pick<Exchange, 'vendor' | 'method' | 'path'>) => ApiOperation | undefined) => {
  const known = operationsIn(document)
    .filter(({ kind }) => kind === 'operation')
    .map((operation) => ({ operation, pattern: patternOf(operation.path) }))
  return ({ vendor, method, path }) => {
    const whole = path.split('?')[0] ?? ''
    const local = vendor ? whole.replace(new RegExp(`^/${vendor.id}(?=/)`), '') : whole
    return known.find(({ operation, pattern }) => operation.method === method && pattern.test(local))
      ?.operation
  }
}
