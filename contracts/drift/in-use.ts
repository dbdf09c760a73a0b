import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { nearest } from '../../mocks/world/nearest.ts'
import type { ApiDocument } from './document/api-document.ts'
import { type ApiOperation, operationIdOf, operationsIn, titleOf, wirePath } from './operations/operation.ts'

/** Tells whether an operation is one that a client uses. */
export type InUse = (operation: ApiOperation) => boolean

/** Every operation. */
export const everything: InUse = () => true

/** Whether an operation is about recordings, by its path or its name. */
export const isAboutRecordings: InUse = (operation) =>
  /recording|\brecord\b/i.test(operation.path) || /recording/i.test(operationIdOf(operation) ?? '')

const wireTitle = (title: string): string => wirePath(title).toLowerCase()

/** The operations about recordings; where neither document has any, all of them. */
export const recordingsOf = (base: ApiDocument, head: ApiDocument): InUse => {
  const any = [...operationsIn(base), ...operationsIn(head)].some(isAboutRecordings)
  return any ? isAboutRecordings : everything
}

/**
 * The operations of some titles, such as `GET /v1/call/{id}/recording`.
 * @throws PlayheadError `unknown-operation` where no document has one
 */
export const namedOperations = (titles: readonly string[], base: ApiDocument, head: ApiDocument): InUse => {
  const known = [...operationsIn(base), ...operationsIn(head)].map(titleOf)
  for (const title of titles)
    if (!known.some((one) => wireTitle(one) === wireTitle(title)))
      throw new PlayheadError({
        code: 'unknown-operation',
        act: `Cannot compare ${shown(title)}: neither document has it`,
        cure:
          known.length > 0 ? `Did you mean ${shown(nearest(title, known))}?` : 'Neither has any operation.',
      })
  const wanted = new Set(titles.map(wireTitle))
  return (operation) => wanted.has(wireTitle(titleOf(operation)))
}
