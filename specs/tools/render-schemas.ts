import type { Json, JsonObject } from '../../mocks/world/json.ts'
import { assumptionsOf } from './assumptions.ts'
import { bodiesOf, operationsOf } from './operations.ts'
import { resolveSchema } from './resolve.ts'

const schemasOf = (document: JsonObject): Json =>
  Object.fromEntries(
    operationsOf(document).map(({ operationId, operation }) => {
      const bodies = bodiesOf(document, operation).map(({ status, contentType, schema }) => {
        const body: Json = { contentType, schema: resolveSchema(document, schema) }
        return [status, body] as const
      })
      return [operationId, Object.fromEntries(bodies)]
    }),
  )

const rolesOf = (document: JsonObject): Json =>
  Object.fromEntries(
    operationsOf(document).flatMap(({ role, operationId }) =>
      role === undefined ? [] : [[role, operationId]],
    ),
  )

const constant = (name: string, says: string, value: Json): string =>
  `/** ${says} */\nexport const ${name} = ${JSON.stringify(value, null, 2)} as const\n`

/** Writes document.ts: the whole of it as a value, apart, since few need more than the bodies. */
export const renderDocument = (document: JsonObject): string =>
  constant('document', 'The whole document, with our corrections.', document)

/** Writes schemas.ts: what a document says of bodies, as values that import nothing and read no file. */
export const renderSchemas = (document: JsonObject): string =>
  [
    constant('operationIds', 'What each operation is to Playhead, and its operationId.', rolesOf(document)),
    constant('schemas', 'operationId, then status: the body, its references resolved.', schemasOf(document)),
    constant(
      'assumed',
      'What nobody published: a JSON Pointer into the document, and why we assume it.',
      assumptionsOf(document).map(({ pointer, reason }) => ({ pointer, reason })),
    ),
  ].join('\n')
