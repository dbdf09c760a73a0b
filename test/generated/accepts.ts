import type { AnySchema } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { isObject, pointedAt, pointer } from '../../mocks/world/json.ts'
import { loadSpecification } from '../../specs/tools/load.ts'
import { bodiesOf, operationsOf } from '../../specs/tools/operations.ts'
import { resolveSchema } from '../../specs/tools/resolve.ts'

// Strict, so that a keyword or a format that nothing checks is an error here.
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false })
formats.default(ajv)

/** A row of a table: what is given, its schema, the body, and whether the schema shall accept it. */
export type Given = [says: string, schema: AnySchema, body: unknown, wanted: boolean]

/** Tells whether a body is valid against a schema of generated/. */
export const accepts = (schema: AnySchema, body: unknown): boolean => ajv.validate(schema, body) === true

/** The schema of a body before our overlay, which gives the operation its name. */
export const publishedSchema = (id: string, status: string): AnySchema => {
  const { raw, overlaid } = loadSpecification(id)
  const published = operationsOf(overlaid).map(({ path, method }) =>
    pointedAt(raw, pointer(['paths', path, method])),
  )
  const bodies = published.filter(isObject).flatMap((operation) => bodiesOf(raw, operation))
  const found = bodies.find((body) => body.status === status)
  if (found === undefined) throw new Error(`${id} publishes no body for ${status}`)
  return resolveSchema(raw, found.schema) as AnySchema
}

/** The body of FastAPI for an invalid path parameter. */
export const fastApi = {
  detail: [{ loc: ['path', 'id'], msg: 'm', type: 'uuid_parsing', input: 'x', ctx: { error: 'e' } }],
}

/** A copy that lacks one field. */
export const without = <T extends object>(value: T, key: keyof T & string) =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
