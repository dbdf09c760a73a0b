import { asks, document, object, type Pair, takes, text, whole } from './pair.ts'

const query = (schema: object, more: object = {}): object => asks({ name: 'q', in: 'query', schema, ...more })
const posts = (requestBody?: object): object => ({
  ...document({}),
  paths: {
    '/recordings': {
      post: { ...(requestBody ? { requestBody } : {}), responses: { 204: { description: 'Done' } } },
    },
  },
})
const body = (type: string, more: object = {}): object => ({
  content: { [type]: { schema: { type: 'object' } } },
  ...more,
})

/** Parameters and bodies. */
export const requests: readonly Pair[] = [
  {
    says: 'a parameter is no longer known',
    base: query(text),
    head: asks(),
    wanted: { risky: ['parameter-removed'] },
  },
  {
    says: 'a header, whose name knows no letters, is written otherwise',
    base: asks({ name: 'X-Organization-ID', in: 'header', schema: text }),
    head: asks({ name: 'x-organization-id', in: 'header', schema: text }),
    wanted: {},
    quiet: ['parameter-removed', 'optional-parameter-added'],
  },
  {
    says: 'a parameter must be given that was not there',
    base: asks(),
    head: query(text, { required: true }),
    wanted: { breaking: ['required-parameter-added'] },
  },
  {
    says: 'a parameter may be given that was not there',
    base: asks(),
    head: query(text),
    wanted: { compatible: ['optional-parameter-added'] },
    quiet: ['required-parameter-added'],
  },
  {
    says: 'a parameter must be given now',
    base: query(text),
    head: query(text, { required: true }),
    wanted: { breaking: ['parameter-became-required'] },
    quiet: ['required-parameter-added'],
  },
  {
    says: 'a parameter may be left out now',
    base: query(text, { required: true }),
    head: query(text),
    wanted: { compatible: ['parameter-became-optional'] },
    quiet: ['parameter-became-required'],
  },
  {
    says: 'a parameter says that it is not required, which it was not',
    base: query(text),
    head: query(text, { required: false }),
    wanted: {},
    quiet: ['parameter-became-optional'],
  },
  {
    says: 'a parameter is split by pipes',
    base: query({ type: 'array', items: text }),
    head: query({ type: 'array', items: text }, { style: 'pipeDelimited', explode: false }),
    wanted: { breaking: ['parameter-style-changed'] },
  },
  {
    says: 'a parameter is written as JSON',
    base: query(text),
    head: asks({ name: 'q', in: 'query', content: { 'application/json': { schema: text } } }),
    wanted: { breaking: ['parameter-style-changed'] },
  },
  {
    says: 'a parameter writes its usual style out',
    base: query({ type: 'array', items: text }),
    head: query({ type: 'array', items: text }, { style: 'form', explode: true }),
    wanted: {},
    quiet: ['parameter-style-changed'],
  },
  {
    says: 'a list takes one value as before',
    base: query(text),
    head: query({ type: 'array', items: text }),
    wanted: { compatible: ['request-type-widened'] },
    quiet: ['request-type-changed'],
  },
  {
    says: 'on a line of text a number is a text',
    base: query(whole),
    head: query(text),
    wanted: { compatible: ['request-type-widened'] },
    quiet: ['request-type-changed'],
  },
  {
    says: 'on a line of text a text need not be a number',
    base: query(text),
    head: query(whole),
    wanted: { breaking: ['request-type-changed'] },
    quiet: ['request-type-widened'],
  },
  {
    says: 'who leaves it out gets another number of them',
    base: query({ ...whole, default: 10 }),
    head: query({ ...whole, default: 50 }),
    wanted: { risky: ['request-default-changed'] },
  },
  {
    says: 'the default of what is answered is nobody’s',
    base: document({
      responses: {
        200: { description: 'OK', content: { 'application/json': { schema: { ...whole, default: 1 } } } },
      },
    }),
    head: document({
      responses: { 200: { description: 'OK', content: { 'application/json': { schema: whole } } } },
    }),
    wanted: {},
    quiet: ['request-default-changed'],
  },
  {
    says: 'a body is no longer taken',
    base: posts(body('application/json')),
    head: posts(),
    wanted: { breaking: ['request-body-removed'] },
  },
  {
    says: 'a body must be sent where none was',
    base: posts(),
    head: posts(body('application/json', { required: true })),
    wanted: { breaking: ['required-request-body-added'] },
  },
  {
    says: 'a body may be sent where none was',
    base: posts(),
    head: posts(body('application/json')),
    wanted: { compatible: ['optional-request-body-added'] },
    quiet: ['required-request-body-added', 'request-media-type-added'],
  },
  {
    says: 'a body must be sent now',
    base: posts(body('application/json')),
    head: posts(body('application/json', { required: true })),
    wanted: { breaking: ['request-body-became-required'] },
    quiet: ['required-request-body-added'],
  },
  {
    says: 'a body may be left out now',
    base: posts(body('application/json', { required: true })),
    head: posts(body('application/json')),
    wanted: { compatible: ['request-body-became-optional'] },
    quiet: ['request-body-became-required', 'request-body-removed'],
  },
  {
    says: 'JSON is no longer taken, a form is',
    base: posts(body('application/json')),
    head: posts(body('application/x-www-form-urlencoded')),
    wanted: { breaking: ['request-media-type-removed'], compatible: ['request-media-type-added'] },
    quiet: ['request-body-removed', 'optional-request-body-added'],
  },
  {
    says: 'JSON says its charset, in other letters',
    base: posts(body('application/json')),
    head: posts(body('Application/JSON; charset=utf-8')),
    wanted: {},
    quiet: ['request-media-type-removed', 'request-media-type-added', 'request-body-became-optional'],
  },
  {
    says: 'any type takes JSON too',
    base: posts(body('application/json')),
    head: posts(body('*/*')),
    wanted: { compatible: ['request-media-type-added'] },
    quiet: ['request-media-type-removed'],
  },
  {
    says: 'a body is described that was not',
    base: posts({ content: { 'application/json': {} } }),
    head: posts(body('application/json')),
    wanted: { risky: ['request-schema-added'] },
    quiet: ['required-request-body-added'],
  },
  {
    says: 'a schema for anything says nothing more than none',
    base: posts({ content: { 'application/json': {} } }),
    head: posts({ content: { 'application/json': { schema: {} } } }),
    wanted: {},
    quiet: ['request-schema-added', 'schema-removed'],
  },
  {
    says: 'nothing is said of the body any more',
    base: posts(body('application/json')),
    head: posts({ content: { 'application/json': {} } }),
    wanted: { risky: ['schema-removed'] },
  },
  {
    says: 'a body in place becomes a reference to one that is shared',
    base: takes(object({ a: text }, 'a')),
    head: takes({ allOf: [{ $ref: '#/components/schemas/A' }] }, { A: object({ a: text }, 'a') }),
    wanted: {},
    quiet: ['schema-removed', 'request-schema-added', 'request-type-changed'],
  },
]
