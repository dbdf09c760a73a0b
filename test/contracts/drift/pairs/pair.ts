/** How heavily a change weighs on a client, and what else two documents can be. */
export type WantedGrade = 'breaking' | 'risky' | 'compatible' | 'editorial'

/** Two documents, and what must be said of the way from one to the other. */
export interface Pair {
  readonly says: string
  readonly base: object
  readonly head: object
  /** Every rule that fires, by its grade; nothing where the two mean the same. */
  readonly wanted: Readonly<Partial<Record<WantedGrade, readonly string[]>>>
  /** Rules that a careless comparison would let fire here. */
  readonly quiet?: readonly string[]
}

/** A document of version 3.1 around one path. */
export const document = (operation: object, more: object = {}): object => ({
  openapi: '3.1.0',
  info: { title: 'Recordings', version: '1.0.0' },
  paths: { '/recordings/{id}': { get: operation } },
  ...more,
})

/** What answers in JSON. */
export const json = (schema: object, more: object = {}): object => ({
  description: 'OK',
  content: { 'application/json': { schema } },
  ...more,
})

const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }

/** A document whose one operation answers by a schema. */
export const answers = (schema: object, components: object = {}): object =>
  document({ parameters: [id], responses: { 200: json(schema) } }, { components: { schemas: components } })

/** The same in the words of OpenAPI 3.0. */
export const answers30 = (schema: object, components: object = {}): object => ({
  ...answers(schema, components),
  openapi: '3.0.3',
})

/** A document whose one operation takes a body by a schema. */
export const takes = (schema: object, components: object = {}): object => ({
  ...document({}),
  paths: {
    '/recordings': {
      post: {
        requestBody: { required: true, content: { 'application/json': { schema } } },
        responses: { 204: { description: 'Done' } },
      },
    },
  },
  components: { schemas: components },
})

/** A document whose one operation has parameters beside the id. */
export const asks = (...parameters: readonly object[]): object =>
  document({ parameters: [id, ...parameters], responses: { 204: { description: 'Done' } } })

/** A document whose one operation has these responses. */
export const responds = (responses: object): object => document({ parameters: [id], responses })

/** An object schema of properties, of which the names given are required. */
export const object = (properties: object, ...required: readonly string[]): object => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required } : {}),
})

export const text = { type: 'string' } as const
export const whole = { type: 'integer' } as const
