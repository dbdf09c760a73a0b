import type { ApiDocument } from '../document/api-document.ts'
import { type Fields, fieldsOf } from '../schemas/fields.ts'
import type { Alternative } from '../shape/shape.ts'
import { shapeOf } from '../shape/shape-of.ts'

/** The fields that a document promises of a kind of object that it answers. */
export const promisedBy = (document: ApiDocument, kind: Alternative): Fields =>
  fieldsOf(
    {
      base: document,
      head: document,
      direction: 'response',
      asText: false,
      texts: false,
      compare: () => [],
      shape: (_, schemas) => shapeOf(document, schemas),
    },
    'base',
    kind,
  )
