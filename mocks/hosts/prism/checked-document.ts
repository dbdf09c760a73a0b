import { PlayheadError, shown } from '../../world/error.ts'
import { extentOf } from './extent.ts'
import { type Fields, fieldsAt, isFields } from './fields.ts'

/** Nodes of a document with every reference written out: what Prism holds of it, ten times what the vendors' need. */
const mostNodes = 300_000

/** How deep a document with every reference written out may go. */
const mostDepth = 150

/** The longest value a schema may demand, in items or characters. */
const mostDemanded = 100_000

const bad = (vendor: string, why: string, cure: string, cause?: unknown): PlayheadError =>
  new PlayheadError({
    code: 'bad-document',
    act: `Cannot answer from the document of ${vendor}: ${why}`,
    cure,
    cause,
  })

/** What is wrong with one object of a document, wherever it stands. */
const refuse = (vendor: string, object: object, at: string): void => {
  const { $ref, minItems, minLength } = object as Fields
  if (typeof $ref === 'string' && !$ref.startsWith('#'))
    throw new PlayheadError({
      code: 'remote-reference',
      act: `Cannot follow the reference ${shown($ref)} at ${at} in the document of ${vendor}: nothing is fetched`,
      cure: 'Bundle the document into one file first, so that every $ref begins with #.',
    })
  for (const demanded of [minItems, minLength])
    if (typeof demanded === 'number' && demanded > mostDemanded)
      throw tooLarge(vendor, `${at} demands a value of ${demanded} items or characters`)
}

const tooLarge = (vendor: string, why: string): PlayheadError =>
  new PlayheadError({
    code: 'document-too-large',
    act: `Cannot answer from the document of ${vendor}: ${why}`,
    cure: 'Bring a part of the document that has the operations you need.',
  })

/**
 * Looks a document over before Prism does, so that it can neither fetch nor hang.
 * @returns a copy that nobody else holds, since Prism resolves references in place
 * @throws PlayheadError `bad-document`, `remote-reference`, `document-too-large`
 */
export const checkedDocument = (vendor: string, document: unknown): Fields => {
  const mend = 'Bring an OpenAPI 3.0 or 3.1 document, as JSON or YAML.'
  if (!isFields(document)) throw bad(vendor, 'it is no object', mend)
  const { openapi } = document
  if (typeof openapi !== 'string' || !/^3\.[01]\b/.test(openapi))
    throw bad(vendor, openapi === undefined ? 'it is no OpenAPI' : `it is OpenAPI ${shown(openapi)}`, mend)
  if (Object.keys(fieldsAt(document, 'paths')).length === 0) throw bad(vendor, 'it has no paths', mend)
  const { nodes, depth, circular, dangling } = extentOf(document, (object, at) => refuse(vendor, object, at))
  if (circular !== undefined)
    throw bad(vendor, `an alias at ${circular} stands within what it means`, 'Write it as a $ref.')
  if (dangling !== undefined)
    throw bad(vendor, `the reference ${shown(dangling)} leads nowhere`, 'Mend it, or leave it out.')
  if (nodes > mostNodes || depth > mostDepth)
    throw tooLarge(vendor, 'with every reference written out it is too large to be served')
  return JSON.parse(JSON.stringify(document))
}
