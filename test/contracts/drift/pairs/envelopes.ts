import { answers, json, object, type Pair, responds, takes, text, whole } from './pair.ts'

const plain = object({ code: text, message: text }, 'code', 'message')
const done = { description: 'Done' }
const fails = (...schemas: readonly object[]): object =>
  responds({ 204: done, ...Object.fromEntries(schemas.map((schema, n) => [400 + n, json(schema)])) })
const closed = (schema: object): object => ({ ...schema, additionalProperties: false })
const list = (items: object): object => ({ type: 'array', items })

/** What is answered stands in another envelope. */
export const envelopes: readonly Pair[] = [
  {
    says: 'an error is wrapped, at every status, in one finding',
    base: fails(plain, plain, object({ code: text, message: text, errors: list(text) }, 'code', 'message')),
    head: fails(
      object({ error: plain }, 'error'),
      object({ error: plain }, 'error'),
      object({ error: object({ code: text, message: text, errors: list(text) }) }, 'error'),
    ),
    wanted: { breaking: ['response-envelope-changed'] },
    quiet: [
      'optional-response-envelope-changed',
      'response-required-property-removed',
      'response-property-added',
      'response-property-became-optional',
    ],
  },
  {
    says: 'an error is wrapped in a list, with more in it',
    base: fails(closed(plain)),
    head: fails(object({ errors: list(object({ code: text, message: text, field: text })) })),
    wanted: { breaking: ['response-envelope-changed'] },
    quiet: [
      'response-object-opened',
      'response-closed-object-extended',
      'response-required-property-removed',
    ],
  },
  {
    says: 'an error is wrapped in the name of one of its fields',
    base: fails(object({ success: { type: 'boolean' }, error: text, details: text })),
    head: fails(object({ error: object({ success: { type: 'boolean' }, error: text, details: text }) })),
    wanted: { breaking: ['response-envelope-changed'] },
    quiet: ['response-type-changed', 'response-optional-property-removed'],
  },
  {
    says: 'an error of which nothing must come is wrapped beside a field that stays',
    base: fails(object({ success: { type: 'boolean' }, message: text })),
    head: fails(object({ success: { type: 'boolean' }, error: object({ message: text, code: text }) })),
    wanted: { risky: ['optional-response-envelope-changed'] },
    quiet: ['response-envelope-changed', 'response-optional-property-removed', 'response-property-added'],
  },
  {
    says: 'an error is unwrapped',
    base: fails(object({ error: plain }, 'error')),
    head: fails(plain),
    wanted: { breaking: ['response-envelope-changed'] },
    quiet: ['response-required-property-removed', 'response-property-added'],
  },
  {
    says: 'an error that may come without its envelope is unwrapped',
    base: fails(object({ error: plain })),
    head: fails(plain),
    wanted: { risky: ['optional-response-envelope-changed'] },
    quiet: ['response-envelope-changed'],
  },
  {
    says: 'an error is told in words of which none was there',
    base: fails(object({ success: { type: 'boolean' }, error: text })),
    head: fails(object({ title: text, status: whole }, 'title')),
    wanted: { risky: ['optional-response-envelope-changed'] },
    quiet: ['response-optional-property-removed', 'response-property-added'],
  },
  {
    says: 'a success is wrapped, and inside something moves',
    base: answers(object({ url: text, seconds: whole }, 'url', 'seconds')),
    head: answers(object({ data: object({ url: text, seconds: text }, 'url', 'seconds') }, 'data')),
    wanted: { breaking: ['response-envelope-changed', 'response-type-changed'] },
    quiet: ['response-required-property-removed', 'response-property-added'],
  },
  {
    says: 'a field is gone and another holds things of its own: that is no envelope',
    base: answers(object({ id: text, url: text }, 'id', 'url')),
    head: answers(object({ id: text, owner: object({ name: text }) }, 'id')),
    wanted: { breaking: ['response-required-property-removed'], compatible: ['response-property-added'] },
    quiet: ['response-envelope-changed', 'optional-response-envelope-changed'],
  },
  {
    says: 'an envelope was there already and takes one more field in',
    base: answers(object({ data: object({ url: text }), url: text }, 'url')),
    head: answers(object({ data: object({ url: text }) })),
    wanted: { breaking: ['response-required-property-removed'] },
    quiet: ['response-envelope-changed', 'optional-response-envelope-changed'],
  },
  {
    says: 'one field has another name',
    base: answers(object({ url: text }, 'url')),
    head: answers(object({ link: text }, 'link')),
    wanted: { breaking: ['response-required-property-removed'], compatible: ['response-property-added'] },
    quiet: ['response-envelope-changed'],
  },
  {
    says: 'what is sent is wrapped: each field is refused or wanted by itself',
    base: takes(object({ url: text }, 'url')),
    head: takes(object({ data: object({ url: text }, 'url') }, 'data')),
    wanted: { breaking: ['required-request-property-added'], risky: ['request-property-removed'] },
    quiet: ['response-envelope-changed', 'optional-response-envelope-changed'],
  },
]
