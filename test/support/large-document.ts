/** The fields of one answer; some of them are choices, as real documents have them. */
const fields = (n: number, version: number): object =>
  Object.fromEntries(
    Array.from({ length: 24 }, (_, field) => [
      `field${field}`,
      field % 3 === 0
        ? {
            anyOf: [
              {
                type: 'string',
                description: `What field ${field} of ${n} holds.`,
                examples: [`value ${field}`],
              },
              { type: 'null' },
            ],
          }
        : {
            type: field % 2 ? 'string' : 'integer',
            description: `What field ${field} of ${n} holds, in version ${version}.`,
          },
    ]),
  )

const failure = (status: number, docs: string): object => ({
  description: 'It failed',
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['message', 'code', 'docs'],
        properties: {
          message: { type: 'string' },
          code: { const: `0${status}`, type: 'string' },
          docs: { const: docs, type: 'string' },
        },
      },
    },
  },
})

const operation = (n: number, version: number): object => ({
  get: {
    operationId: `get${n}`,
    description: `Reads the recordings of ${n}.`,
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
    responses: {
      200: {
        description: 'OK',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['data'],
              properties: {
                data: { type: 'array', items: { type: 'object', properties: fields(n, version) } },
              },
            },
          },
        },
      },
      ...Object.fromEntries(
        [400, 401, 403, 404, 500].map((status) => [status, failure(status, `https://v${version}.test/docs`)]),
      ),
    },
  },
})

/** A document of about a megabyte, as text, whose every operation moves from version to version. */
export const largeDocument = (version: number): string =>
  JSON.stringify(
    {
      openapi: '3.1.0',
      info: { title: 'A large API', version: `${version}` },
      paths: Object.fromEntries(
        Array.from({ length: 80 }, (_, n) => [
          n === 0 ? '/recordings/{id}' : `/things${n}/{id}`,
          operation(n, version),
        ]),
      ),
    },
    null,
    2,
  )
