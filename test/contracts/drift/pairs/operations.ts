import { answers, asks, document, object, type Pair, text } from './pair.ts'

const ok = { responses: { 204: { description: 'Done' } } }
const paths = (all: object, more: object = {}): object => ({ ...document({}), paths: all, ...more })
const webhooks = (all: object): object => paths({}, { webhooks: all })
const told = (schema: object): object => ({
  post: { requestBody: { content: { 'application/json': { schema } } }, ...ok },
})
const withId = (name: string): object => ({
  get: { parameters: [{ name, in: 'path', required: true, schema: text }], ...ok },
})

/** Operations, paths and webhooks that come, go and change their names. */
export const operations: readonly Pair[] = [
  {
    says: 'a path is gone',
    base: paths({ '/recordings': { get: ok }, '/recordings/{id}': { get: ok } }),
    head: paths({ '/recordings': { get: ok } }),
    wanted: { breaking: ['operation-removed'] },
  },
  {
    says: 'a method is gone, though the path stays',
    base: paths({ '/recordings': { get: ok, delete: ok } }),
    head: paths({ '/recordings': { get: ok } }),
    wanted: { breaking: ['operation-removed'] },
  },
  {
    says: 'a path moves to another version',
    base: paths({ '/v1/recordings': { get: ok } }),
    head: paths({ '/v2/recordings': { get: ok } }),
    wanted: { breaking: ['operation-removed'], compatible: ['operation-added'] },
  },
  {
    says: 'a deprecated operation is gone: whoever calls it is told nothing of it',
    base: paths({ '/recordings': { get: { ...ok, deprecated: true } } }),
    head: paths({}),
    wanted: { breaking: ['operation-removed'] },
  },
  {
    says: 'an operation is new',
    base: paths({ '/recordings': { get: ok } }),
    head: paths({ '/recordings': { get: ok, post: ok } }),
    wanted: { compatible: ['operation-added'] },
    quiet: ['operation-removed'],
  },
  {
    says: 'paths and methods in another order',
    base: paths({ '/recordings': { get: ok, post: ok }, '/recordings/{id}': { get: ok } }),
    head: paths({ '/recordings/{id}': { get: ok }, '/recordings': { post: ok, get: ok } }),
    wanted: {},
    quiet: ['operation-removed', 'operation-added'],
  },
  {
    says: 'an operation is deprecated',
    base: paths({ '/recordings': { get: ok } }),
    head: paths({ '/recordings': { get: { ...ok, deprecated: true } } }),
    wanted: { compatible: ['operation-deprecated'] },
    quiet: ['operation-removed'],
  },
  {
    says: 'an operation is no longer deprecated',
    base: paths({ '/recordings': { get: { ...ok, deprecated: true } } }),
    head: paths({ '/recordings': { get: ok } }),
    wanted: {},
    quiet: ['operation-deprecated'],
  },
  {
    says: 'an operation gets another operationId',
    base: paths({ '/recordings': { get: { ...ok, operationId: 'list' } } }),
    head: paths({ '/recordings': { get: { ...ok, operationId: 'listAll' } } }),
    wanted: { compatible: ['operation-renamed'] },
    quiet: ['operation-removed', 'operation-added'],
  },
  {
    says: 'an operation gets its first operationId',
    base: paths({ '/recordings': { get: ok } }),
    head: paths({ '/recordings': { get: { ...ok, operationId: 'list' } } }),
    wanted: {},
    quiet: ['operation-renamed'],
  },
  {
    says: 'a path parameter gets another name, which nobody sends',
    base: paths({ '/recordings/{id}': withId('id') }),
    head: paths({ '/recordings/{recording_id}': withId('recording_id') }),
    wanted: { editorial: ['path-parameter-renamed'] },
    quiet: ['operation-removed', 'operation-added', 'parameter-removed', 'required-parameter-added'],
  },
  {
    says: 'two path parameters change places with their names',
    base: paths({ '/{a}/recordings/{b}': { get: ok } }),
    head: paths({ '/{b}/recordings/{a}': { get: ok } }),
    wanted: { editorial: ['path-parameter-renamed'] },
    quiet: ['operation-removed', 'operation-added'],
  },
  {
    says: 'of two templates of one address the spare one is gone',
    base: paths({ '/recordings/{id}': withId('id'), '/recordings/{recording_id}': withId('recording_id') }),
    head: paths({ '/recordings/{recording_id}': withId('recording_id') }),
    wanted: { risky: ['duplicate-path-removed'] },
    quiet: ['operation-removed', 'path-parameter-renamed'],
  },
  {
    says: 'two templates of one address stay two',
    base: paths({ '/recordings/{id}': withId('id'), '/recordings/{recording_id}': withId('recording_id') }),
    head: paths({ '/recordings/{recording_id}': withId('recording_id'), '/recordings/{id}': withId('id') }),
    wanted: {},
    quiet: ['duplicate-path-removed', 'path-parameter-renamed'],
  },
  {
    says: 'a webhook is gone',
    base: webhooks({ 'recording.ready': told(object({ id: text })) }),
    head: webhooks({}),
    wanted: { breaking: ['webhook-removed'] },
  },
  {
    says: 'a webhook is new',
    base: webhooks({}),
    head: webhooks({ 'recording.ready': told(object({ id: text })) }),
    wanted: { compatible: ['webhook-added'] },
    quiet: ['webhook-removed', 'operation-added'],
  },
  {
    says: 'webhooks in another order',
    base: webhooks({ a: told(object({})), b: told(object({})) }),
    head: webhooks({ b: told(object({})), a: told(object({})) }),
    wanted: {},
    quiet: ['webhook-removed', 'webhook-added'],
  },
  {
    says: 'what a webhook brings is read, not written: a field that it loses breaks',
    base: webhooks({ ready: told(object({ id: text, url: text }, 'url')) }),
    head: webhooks({ ready: told(object({ id: text })) }),
    wanted: { breaking: ['response-required-property-removed'] },
    quiet: ['request-property-removed'],
  },
  {
    says: 'what a webhook brings may come without a field',
    base: webhooks({ ready: told(object({ url: text }, 'url')) }),
    head: webhooks({ ready: told(object({ url: text })) }),
    wanted: { breaking: ['response-property-became-optional'] },
    quiet: ['request-property-became-optional'],
  },
  {
    says: 'what a callback brings may be null',
    base: paths({
      '/r': { post: { ...ok, callbacks: { done: { '{$request.body#/u}': told(object({ id: text })) } } } },
    }),
    head: paths({
      '/r': {
        post: {
          ...ok,
          callbacks: { done: { '{$request.body#/u}': told(object({ id: { type: ['string', 'null'] } })) } },
        },
      },
    }),
    wanted: { breaking: ['response-became-nullable'] },
    quiet: ['request-became-nullable'],
  },
  {
    says: 'a path moves into the server, and is called as before',
    base: paths({ '/v1/recordings': { get: ok } }, { servers: [{ url: 'https://api.test' }] }),
    head: paths({ '/recordings': { get: ok } }, { servers: [{ url: 'https://api.test/v1' }] }),
    wanted: {},
    quiet: ['operation-removed', 'operation-added', 'server-removed'],
  },
  {
    says: 'an answer written in place becomes a reference',
    base: answers(object({ url: text }, 'url')),
    head: answers({ $ref: '#/components/schemas/Link' }, { Link: object({ url: text }, 'url') }),
    wanted: {},
    quiet: ['schema-removed', 'response-type-changed'],
  },
  {
    says: 'a parameter of the path is written at the operation',
    base: paths({ '/recordings': { parameters: [{ name: 'q', in: 'query', schema: text }], get: ok } }),
    head: paths({
      '/recordings': { get: { parameters: [{ name: 'q', in: 'query', schema: text }], ...ok } },
    }),
    wanted: {},
    quiet: ['optional-parameter-added', 'parameter-removed'],
  },
  {
    says: 'parameters in another order',
    base: asks({ name: 'a', in: 'query', schema: text }, { name: 'b', in: 'query', schema: text }),
    head: asks({ name: 'b', in: 'query', schema: text }, { name: 'a', in: 'query', schema: text }),
    wanted: {},
    quiet: ['parameter-removed', 'optional-parameter-added'],
  },
]
