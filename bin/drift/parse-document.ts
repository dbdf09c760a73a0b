import { needing } from '../../mocks/needing.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import type { FindOffsets } from './find-offsets.ts'
import { placesInJson } from './places-in-json.ts'
import type { SourceText } from './read-source.ts'

/** A document read from text, not yet known to be OpenAPI. */
export interface ParsedDocument {
  readonly name: string
  readonly json: unknown
  readonly text: string
  readonly offsets: FindOffsets
  /** Whether it ends as a text ends that was cut off, and could be read all the same. */
  readonly mayBeCut: boolean
}

/** Says that a text is no document. */
export const unreadable = (name: string, why: string, cause?: unknown): PlayheadError =>
  new PlayheadError({
    code: 'unreadable-specification',
    act: `Cannot read ${name}: ${why}`,
    cure: 'Give an OpenAPI document as YAML or JSON, or a Markdown page with one in a fence; a document that ends in the middle was cut off on its way.',
    cause,
  })

/** A fence of YAML that begins a line: a page of documentation. */
const fence = /^`{3,}ya?ml\b/m

const fencedIn = async (page: string): Promise<{ readonly text: string; readonly at: number }> => {
  const { extractYaml } = await import('../../specs/tools/extract.ts')
  const text = extractYaml(page)
  return { text, at: page.indexOf(text) }
}

const ofJson = ({ name, text }: SourceText): ParsedDocument => {
  try {
    const offsets: FindOffsets = (pointers) => placesInJson(text, pointers)
    return { name, text, json: JSON.parse(text), offsets, mayBeCut: false }
  } catch (cause) {
    throw unreadable(name, cause instanceof Error ? cause.message : 'it is no JSON', cause)
  }
}

/** A last line of indentation, or one that promises more. */
const broken = /(\n[ \t]+|(:|-|[|>][+-]?)[ \t]*)$/

const ofYaml = async ({ name, text }: SourceText, whole: string, begin: number): Promise<ParsedDocument> => {
  const isOpen = text === whole && !text.endsWith('\n')
  if (isOpen && broken.test(text)) throw unreadable(name, 'it ends in the middle of a line')
  const { readYaml } = await needing('playhead drift on YAML', () => import('./load-yaml-places.ts'))
  try {
    const { json, offsets } = readYaml(text)
    const moved: FindOffsets = (pointers) =>
      new Map([...offsets(pointers)].map(([pointer, at]) => [pointer, at + begin]))
    return { name, text: whole, json, offsets: moved, mayBeCut: isOpen }
  } catch (cause) {
    const [line] = cause instanceof Error ? cause.message.split('\n') : []
    throw unreadable(name, line ?? shown(cause), cause)
  }
}

/**
 * Reads the document out of a text: JSON, YAML, or a Markdown page with YAML in a fence.
 * @throws PlayheadError `unreadable-specification`, `no-fenced-yaml`, `missing-package`
 */
export const parseDocument = async ({ name, text: given }: SourceText): Promise<ParsedDocument> => {
  const text = given.replace(/^\uFEFF/, '')
  const start = text.trimStart()
  if (start === '') throw unreadable(name, 'it is empty')
  if (start.startsWith('<')) throw unreadable(name, 'it is a page of HTML, not a document')
  if (/^[{[]/.test(start)) return ofJson({ name, text })
  if (!fence.test(text)) return ofYaml({ name, text }, text, 0)
  const fenced = await fencedIn(text)
  return ofYaml({ name, text: fenced.text }, text, fenced.at)
}
