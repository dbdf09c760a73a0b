import { json, object, type Pair, responds, text } from './pair.ts'

const body = object({ url: text }, 'url')
const done = { description: 'Done' }
const headed = (headers: object): object => responds({ 204: { ...done, headers } })
const as = (type: string, schema: object = body): object =>
  responds({ 200: { description: 'OK', content: { [type]: { schema } } } })

/** Statuses, content types and headers of what is answered. */
export const replies: readonly Pair[] = [
  {
    says: 'the success is another',
    base: responds({ 200: json(body) }),
    head: responds({ 201: json(body) }),
    wanted: { breaking: ['success-status-removed'], compatible: ['success-status-added'] },
  },
  {
    says: 'a second success is read like the first',
    base: responds({ 200: json(body) }),
    head: responds({ 200: json(body), 203: json(object({ url: text, more: text }, 'url')) }),
    wanted: { compatible: ['success-status-added'] },
    quiet: ['unlike-success-status-added', 'success-status-removed'],
  },
  {
    says: 'a second success has no body to read',
    base: responds({ 200: json(body) }),
    head: responds({ 200: json(body), 202: done }),
    wanted: { risky: ['unlike-success-status-added'] },
    quiet: ['success-status-added'],
  },
  {
    says: 'a redirect may come in place of the answer',
    base: responds({ 200: json(body) }),
    head: responds({ 200: json(body), 302: done }),
    wanted: { risky: ['unlike-success-status-added'] },
    quiet: ['error-status-added'],
  },
  {
    says: 'one more way to fail, and one less',
    base: responds({ 204: done, 404: done }),
    head: responds({ 204: done, 410: done }),
    wanted: { compatible: ['error-status-removed', 'error-status-added'] },
    quiet: ['success-status-removed', 'unlike-success-status-added'],
  },
  {
    says: 'a range holds the statuses it is written in place of',
    base: responds({ 204: done, 400: done, 404: done }),
    head: responds({ 204: done, '4XX': done }),
    wanted: {},
    quiet: ['error-status-removed', 'error-status-added'],
  },
  {
    says: 'a failure that all others stood for has a response of its own, which is another',
    base: responds({ 204: done, default: json(object({ error: text }, 'error')) }),
    head: responds({
      204: done,
      default: json(object({ error: text }, 'error')),
      404: json(object({ errors: text })),
    }),
    wanted: { breaking: ['response-required-property-removed'], compatible: ['response-property-added'] },
    quiet: ['error-status-added'],
  },
  {
    says: 'a failure that all others stood for has a response of its own, which is the same',
    base: responds({ 204: done, default: done }),
    head: responds({ 204: done, default: done, 404: done }),
    wanted: {},
    quiet: ['error-status-added'],
  },
  {
    says: 'what stood for every status is named as success',
    base: responds({ default: json(body) }),
    head: responds({ 200: json(body), default: json(body) }),
    wanted: {},
    quiet: ['success-status-added', 'unlike-success-status-added'],
  },
  {
    says: 'statuses in another order, one of them a number',
    base: responds({ 204: done, default: done }),
    head: responds({ default: done, 204: done }),
    wanted: {},
    quiet: ['success-status-removed', 'error-status-removed', 'error-status-added'],
  },
  {
    says: 'the error’s envelope is wrapped',
    base: responds({ 204: done, 404: json(object({ error: text }, 'error')) }),
    head: responds({ 204: done, 404: json(object({ errors: { type: 'array', items: text } }, 'errors')) }),
    wanted: { breaking: ['response-required-property-removed'], compatible: ['response-property-added'] },
    quiet: ['error-status-removed'],
  },
  {
    says: 'JSON is no longer answered',
    base: as('application/json'),
    head: as('application/xml'),
    wanted: { breaking: ['response-media-type-removed'], compatible: ['response-media-type-added'] },
  },
  {
    says: 'JSON is answered with a charset',
    base: as('application/json'),
    head: as('application/json;charset=UTF-8'),
    wanted: {},
    quiet: ['response-media-type-removed', 'response-media-type-added'],
  },
  {
    says: 'of any type JSON is left',
    base: as('*/*'),
    head: as('application/json'),
    wanted: {},
    quiet: ['response-media-type-removed'],
  },
  {
    says: 'the body is gone',
    base: responds({ 200: json(body) }),
    head: responds({ 200: { description: 'OK' } }),
    wanted: { breaking: ['response-media-type-removed'] },
    quiet: ['schema-removed'],
  },
  {
    says: 'nothing is said of the body any more',
    base: as('application/json'),
    head: responds({ 200: { description: 'OK', content: { 'application/json': {} } } }),
    wanted: { risky: ['schema-removed'] },
    quiet: ['response-media-type-removed'],
  },
  {
    says: 'the body is described that was not',
    base: responds({ 200: { description: 'OK', content: { 'application/json': {} } } }),
    head: as('application/json'),
    wanted: { compatible: ['response-schema-added'] },
    quiet: ['request-schema-added'],
  },
  {
    says: 'a body in place becomes an equal shared one',
    base: as('application/json'),
    head: as('application/json', { allOf: [body] }),
    wanted: {},
    quiet: ['response-schema-added', 'schema-removed'],
  },
  {
    says: 'a header that always came is gone',
    base: headed({ 'X-Left': { required: true, schema: text } }),
    head: headed({}),
    wanted: { breaking: ['required-response-header-removed'] },
  },
  {
    says: 'a header that might come is gone',
    base: headed({ 'X-Left': { schema: text } }),
    head: headed({}),
    wanted: { risky: ['optional-response-header-removed'] },
    quiet: ['required-response-header-removed'],
  },
  {
    says: 'a header is new',
    base: headed({}),
    head: headed({ 'X-Left': { required: true, schema: text } }),
    wanted: { compatible: ['response-header-added'] },
  },
  {
    says: 'a header is written in other letters',
    base: headed({ 'X-Left': { required: true, schema: text } }),
    head: headed({ 'x-left': { required: true, schema: text } }),
    wanted: {},
    quiet: ['required-response-header-removed', 'optional-response-header-removed', 'response-header-added'],
  },
  {
    says: 'a header may be missing now',
    base: headed({ 'X-Left': { required: true, schema: text } }),
    head: headed({ 'X-Left': { schema: text } }),
    wanted: { breaking: ['response-header-became-optional'] },
    quiet: ['required-response-header-removed', 'response-header-became-required'],
  },
  {
    says: 'a header always comes now',
    base: headed({ 'X-Left': { schema: text } }),
    head: headed({ 'X-Left': { required: true, schema: text } }),
    wanted: { compatible: ['response-header-became-required'] },
    quiet: ['response-header-became-optional'],
  },
  {
    says: 'a header is a number no more',
    base: headed({ 'X-Left': { schema: { type: 'integer' } } }),
    head: headed({ 'X-Left': { schema: text } }),
    wanted: { breaking: ['response-type-changed'] },
    quiet: ['request-type-widened'],
  },
]
