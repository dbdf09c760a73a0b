/** What an operation answers with, by status. */
type Responses = Readonly<Record<string, unknown>>

const json = (schema: unknown, examples?: Readonly<Record<string, unknown>>) => ({
  description: 'Said.',
  content: {
    'application/json': {
      schema,
      ...(examples
        ? {
            examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
          }
        : {}),
    },
  },
})

const note = {
  type: 'object',
  required: ['id', 'text'],
  properties: { id: { type: 'integer' }, text: { type: 'string', minLength: 3 } },
}

/** The responses of `GET /v1/notes/{id}`. */
export const noteResponses: Responses = {
  200: json(note, { short: { id: 1, text: 'abc' }, long: { id: 2, text: 'abcdefghijklmnopqrstuvwxyz' } }),
  404: json({ type: 'object' }, { gone: { error: 'gone' } }),
  '5XX': json({ type: 'object' }, { down: { error: 'down' } }),
}

/** A small document with everything that a vendor's may have; parts of it can be replaced. */
export const aDocument = (more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  openapi: '3.1.0',
  info: { title: 'Notes', version: '1' },
  paths: {
    '/v1/notes': {
      get: {
        operationId: 'listNotes',
        parameters: [{ name: 'limit', in: 'query', required: true, schema: { type: 'integer', maximum: 9 } }],
        responses: {
          200: json({ type: 'array', items: note }),
          400: json({ type: 'object' }, { bad: { no: 1 } }),
        },
      },
      post: {
        operationId: 'makeNote',
        requestBody: { required: true, content: { 'application/json': { schema: note } } },
        responses: { 201: json(note, { made: { id: 7, text: 'made' } }) },
      },
    },
    '/v1/notes/{id}': {
      get: { operationId: 'getNote', responses: noteResponses },
      delete: { responses: { 204: { description: 'Gone.' } } },
    },
  },
  ...more,
})

/** A document whose one operation, `GET /a`, answers 200 with this schema. */
export const documentOf = (schema: unknown, schemas: Readonly<Record<string, unknown>> = {}) => ({
  openapi: '3.0.3',
  info: { title: 'One', version: '1' },
  paths: { '/a': { get: { operationId: 'a', responses: { 200: json(schema) } } } },
  components: { schemas },
})
