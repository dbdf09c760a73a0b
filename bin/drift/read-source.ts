import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { shownUrl } from '../../mocks/shown-url.ts'
import { mostDocumentBytes } from '../most-document-bytes.ts'
import { readText } from '../read-json.ts'
import { fetchText } from './fetch-text.ts'
import { tooLarge } from './too-large.ts'

/** A text that somebody named, and what it is called in reports. */
export interface SourceText {
  readonly name: string
  readonly text: string
}

/** Whether something is fetched, not read from a file. */
export const isAddress = (source: string): boolean => /^https?:\/\//i.test(source)

/**
 * Reads a document or a page, from a file or from an address.
 * @throws PlayheadError `unreadable-file`, `unreachable-document`, `document-too-large`
 */
export const readSource = async (
  source: string,
  { cwd, signal }: { readonly cwd: string; readonly signal: AbortSignal },
): Promise<SourceText> => {
  if (isAddress(source)) return { name: shownUrl(source), text: await fetchText(source, signal) }
  const { size } = await stat(resolve(cwd, source)).catch(() => ({ size: 0 }))
  if (size > mostDocumentBytes) throw tooLarge(source, size)
  const text = await readText(source, cwd, 'an OpenAPI document, or of a page with one in it')
  return { name: source, text }
}
