import type { ApiDocument } from '../../contracts/drift/document/api-document.ts'
import { checkDocument } from '../../contracts/drift/document/check-document.ts'
import { missingIn } from '../../contracts/drift/missing-in.ts'
import { shown } from '../../mocks/world/error.ts'
import { type ParsedDocument, unreadable } from './parse-document.ts'

/**
 * Takes what was read as an OpenAPI document that is all there. YAML that was cut off can be YAML still: then it ends in the
 * middle of a line, and names what it does not have.
 * @throws PlayheadError `not-openapi`, `remote-reference`, `hostile-document`, `unreadable-specification`
 */
export const wholeDocument = ({ name, json, mayBeCut }: ParsedDocument): ApiDocument => {
  const document = checkDocument(json, name)
  const missing = mayBeCut ? missingIn(document) : undefined
  if (missing !== undefined)
    throw unreadable(name, `it ends in the middle of a line, and ${shown(missing)} is not there`)
  return document
}
