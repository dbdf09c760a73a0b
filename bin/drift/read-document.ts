import type { ApiDocument } from '../../contracts/drift/document/api-document.ts'
import type { TextPlaces } from '../../contracts/drift/place-lines.ts'
import { parseDocument } from './parse-document.ts'
import { readSource } from './read-source.ts'
import { wholeDocument } from './whole-document.ts'

/** A document that was read, and its text. */
export interface ReadDocument {
  readonly document: ApiDocument
  readonly places: TextPlaces
}

/**
 * Reads an OpenAPI document from a file, an address, or a page of either with the document in a fence.
 * @throws PlayheadError `unreadable-file`, `unreachable-document`, `document-too-large`, `unreadable-specification`,
 * `no-fenced-yaml`, `not-openapi`, `remote-reference`, `hostile-document`
 */
export const readDocument = async (
  source: string,
  from: { readonly cwd: string; readonly signal: AbortSignal },
): Promise<ReadDocument> => {
  const parsed = await parseDocument(await readSource(source, from))
  return { document: wholeDocument(parsed), places: parsed }
}
