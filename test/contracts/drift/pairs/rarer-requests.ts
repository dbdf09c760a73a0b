import { asks, document, object, type Pair, takes, text, whole } from './pair.ts'

const done = { description: 'Done' }
const query = (schema: object, more: object = {}): object => ({ name: 'q', in: 'query', schema, ...more })
const list = (items: object): object => ({ type: 'array', items })
const served = (...urls: readonly string[]): object =>
  document({ responses: { 204: done } }, urls.length === 0 ? {} : { servers: urls.map((url) => ({ url })) })
const guarded = (scheme: object): object =>
  document(
    { responses: { 204: done } },
    { security: [{ Key: [] }], components: { securitySchemes: { Key: scheme } } },
  )
const called = (callbacks: object): object => document({ responses: { 204: done }, ...callbacks })
const form = (schema: object): object => ({
  ...document({}),
  paths: {
    '/recordings': {
      post: { requestBody: { content: { 'multipart/form-data': { schema } } }, responses: { 204: done } },
    },
  },
})

/** What requests can do beside what they usually do, and where they go. */
export const rarerRequests: readonly Pair[] = [
  {
    says: 'a parameter moves from the query into a header',
    base: asks(query(text, { required: true })),
    head: asks({ name: 'q', in: 'header', required: true, schema: text }),
    wanted: { breaking: ['required-parameter-added'], risky: ['parameter-removed'] },
  },
  {
    says: 'a name in the query knows its letters',
    base: asks(query(text, { name: 'pageSize' })),
    head: asks(query(text, { name: 'pagesize' })),
    wanted: { risky: ['parameter-removed'], compatible: ['optional-parameter-added'] },
  },
  {
    says: 'of a list of words one is refused',
    base: asks(query(list({ enum: ['a', 'b'] }))),
    head: asks(query(list({ enum: ['a'] }))),
    wanted: { breaking: ['request-enum-value-removed'] },
  },
  {
    says: 'a list is sent in one parameter that was sent in several',
    base: asks(query(list(text))),
    head: asks(query(list(text), { explode: false })),
    wanted: { breaking: ['parameter-style-changed'] },
  },
  {
    says: 'a cookie must be sent',
    base: asks(),
    head: asks({ name: 'session', in: 'cookie', required: true, schema: text }),
    wanted: { breaking: ['required-parameter-added'] },
  },
  {
    says: 'a field that was taken is written by the vendor alone',
    base: takes(object({ name: text, id: text })),
    head: takes(object({ name: text, id: { ...text, readOnly: true } })),
    wanted: { risky: ['request-property-removed'] },
    quiet: ['request-property-refused'],
  },
  {
    says: 'a field that the vendor alone writes always comes',
    base: takes(object({ name: text, id: { ...text, readOnly: true } })),
    head: takes(object({ name: text, id: { ...text, readOnly: true } }, 'id')),
    wanted: {},
    quiet: ['request-property-became-required', 'required-request-property-added'],
  },
  {
    says: 'each member of a list needs one more field',
    base: takes(list(object({ a: text }, 'a'))),
    head: takes(list(object({ a: text, b: text }, 'a', 'b'))),
    wanted: { breaking: ['required-request-property-added'] },
  },
  {
    says: 'a form needs one more part',
    base: form(object({ file: text }, 'file')),
    head: form(object({ file: text, name: text }, 'file', 'name')),
    wanted: { breaking: ['required-request-property-added'] },
  },
  {
    says: 'an object needs more fields, whichever they are',
    base: takes({ type: 'object', minProperties: 1 }),
    head: takes({ type: 'object', minProperties: 2 }),
    wanted: { breaking: ['request-bound-tightened'] },
  },
  {
    says: 'further fields must be numbers',
    base: takes({ type: 'object', additionalProperties: true }),
    head: takes({ type: 'object', additionalProperties: whole }),
    wanted: { breaking: ['request-type-changed'] },
  },
  {
    says: 'a text may be empty',
    base: takes(object({ name: { ...text, minLength: 1 } })),
    head: takes(object({ name: text })),
    wanted: { compatible: ['request-bound-loosened'] },
  },
  {
    says: 'a text may not be what it never should have been',
    base: takes(object({ name: text })),
    head: takes(object({ name: { ...text, not: { const: '' } } })),
    wanted: { breaking: ['request-constraint-added'] },
  },
  {
    says: 'that the API is served from where its document lies is written out',
    base: served(),
    head: served('/'),
    wanted: {},
    quiet: ['server-added', 'server-removed'],
  },
  {
    says: 'an address has a slash at its end',
    base: served('https://api.acme.test/v1'),
    head: served('https://api.acme.test/v1/'),
    wanted: {},
    quiet: ['server-added', 'server-removed'],
  },
  {
    says: 'a certificate is asked for',
    base: guarded({ type: 'http', scheme: 'bearer' }),
    head: guarded({ type: 'mutualTLS' }),
    wanted: { breaking: ['security-changed'] },
  },
  {
    says: 'who is asked for tokens tells another address',
    base: guarded({ type: 'openIdConnect', openIdConnectUrl: 'https://a.test/.well-known' }),
    head: guarded({ type: 'openIdConnect', openIdConnectUrl: 'https://b.test/.well-known' }),
    wanted: { risky: ['token-endpoint-moved'] },
    quiet: ['security-changed'],
  },
  {
    says: 'nothing is called back any more',
    base: called({ callbacks: { ended: { '{$request.query.url}': { post: { responses: {} } } } } }),
    head: called({}),
    wanted: { breaking: ['webhook-removed'] },
  },
  {
    says: 'the vendor takes another answer to what it calls back',
    base: called({
      callbacks: { ended: { '{$request.query.url}': { post: { responses: { 200: done } } } } },
    }),
    head: called({
      callbacks: { ended: { '{$request.query.url}': { post: { responses: { 204: done } } } } },
    }),
    wanted: { risky: ['webhook-answer-removed'] },
    quiet: ['success-status-removed', 'success-status-added'],
  },
  {
    says: 'the vendor takes any success as an answer to what it calls back',
    base: called({
      callbacks: { ended: { '{$request.query.url}': { post: { responses: { 200: done } } } } },
    }),
    head: called({
      callbacks: { ended: { '{$request.query.url}': { post: { responses: { '2XX': done } } } } },
    }),
    wanted: {},
    quiet: ['webhook-answer-removed'],
  },
]
