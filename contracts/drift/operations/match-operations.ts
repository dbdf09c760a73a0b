import type { ApiDocument } from '../document/api-document.ts'
import { type ApiOperation, operationsIn, wirePath } from './operation.ts'
import { basePathOf } from './servers.ts'

/** The operations of two documents, by what is called on the wire. */
export interface Matched {
  readonly pairs: readonly (readonly [ApiOperation, ApiOperation])[]
  readonly gone: readonly ApiOperation[]
  readonly added: readonly ApiOperation[]
  /** Of several templates of one address, those of which another one is left. */
  readonly spare: readonly ApiOperation[]
}

type Key = (operation: ApiOperation) => string

const pathKey: Key = ({ kind, method, path }) => `${kind} ${method} ${path}`
const wireKey: Key = ({ kind, method, path }) => `${kind} ${method} ${wirePath(path)}`

const addressKey =
  (document: ApiDocument): Key =>
  (operation) =>
    `${operation.kind} ${operation.method} ${basePathOf(document, operation)}${wirePath(operation.path)}`

/**
 * Finds each operation of one document in the other: by its path, by its path without the names of parameters, and by its
 * whole address.
 */
export const matchOperations = (base: ApiDocument, head: ApiDocument): Matched => {
  const gone = new Set(operationsIn(base))
  const added = new Set(operationsIn(head))
  const pairs: (readonly [ApiOperation, ApiOperation])[] = []
  const match = (keyOfBase: Key, keyOfHead: Key): void => {
    const left = new Map([...added].reverse().map((one) => [keyOfHead(one), one]))
    for (const one of gone) {
      const other = left.get(keyOfBase(one))
      if (!other || !added.has(other)) continue
      pairs.push([one, other])
      gone.delete(one)
      added.delete(other)
    }
  }
  match(pathKey, pathKey)
  match(wireKey, wireKey)
  match(addressKey(base), addressKey(head))
  const taken = new Set(pairs.map(([, one]) => wireKey(one)))
  const spare = [...gone].filter((one) => taken.has(wireKey(one)))
  return { pairs, gone: [...gone].filter((one) => !spare.includes(one)), added: [...added], spare }
}
