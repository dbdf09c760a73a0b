import { answers, answers30, document, json, object, type Pair, responds, text, whole } from './pair.ts'

const list = (items: object, more: object = {}): object => ({ type: 'array', items, ...more })
const flag = { type: 'boolean' } as const
const done = { description: 'Done' }
const body = object({ url: text }, 'url')
const as = (...types: readonly string[]): object =>
  responds({
    200: { description: 'OK', content: Object.fromEntries(types.map((type) => [type, { schema: body }])) },
  })
const hears = (schema: object): object =>
  document(
    { responses: { 204: done } },
    { webhooks: { 'recording.ended': { post: { requestBody: json(schema), responses: {} } } } },
  )

/** What answers can do beside what they usually do. */
export const rarerAnswers: readonly Pair[] = [
  {
    says: 'other fields were texts and may be anything',
    base: answers({ type: 'object', additionalProperties: text }),
    head: answers({ type: 'object' }),
    wanted: { risky: ['schema-removed'] },
    quiet: ['response-object-opened'],
  },
  {
    says: 'other fields may be texts alone',
    base: answers({ type: 'object' }),
    head: answers({ type: 'object', additionalProperties: text }),
    wanted: { compatible: ['response-type-narrowed'] },
    quiet: ['response-object-closed'],
  },
  {
    says: 'a part that holds along with others asks for a field no more',
    base: answers({ allOf: [object({ url: text }), { required: ['url'] }] }),
    head: answers({ allOf: [object({ url: text }), {}] }),
    wanted: { breaking: ['response-property-became-optional'] },
  },
  {
    says: 'success was always true',
    base: answers(object({ success: { const: true } }, 'success')),
    head: answers(object({ success: flag }, 'success')),
    wanted: { breaking: ['response-constant-changed'] },
    quiet: ['response-enum-lifted'],
  },
  {
    says: 'a number that is a code has one more value',
    base: answers(object({ code: { ...whole, enum: [1, 2] } })),
    head: answers(object({ code: { ...whole, enum: [2, 1, 3] } })),
    wanted: { risky: ['response-enum-value-added'] },
    quiet: ['response-enum-value-removed'],
  },
  {
    says: 'a list may be empty',
    base: answers(list(text, { minItems: 1 })),
    head: answers(list(text)),
    wanted: { breaking: ['response-bound-loosened'] },
  },
  {
    says: 'a list may hold a thing twice',
    base: answers(list(text, { uniqueItems: true })),
    head: answers(list(text)),
    wanted: { breaking: ['response-bound-loosened'] },
  },
  {
    says: 'what was above zero may be zero',
    base: answers(object({ seconds: { ...whole, exclusiveMinimum: 0 } })),
    head: answers(object({ seconds: { ...whole, minimum: 0 } })),
    wanted: { breaking: ['response-bound-loosened'] },
  },
  {
    says: 'a member of a list may be null',
    base: answers(list(text)),
    head: answers(list({ anyOf: [text, { type: 'null' }] })),
    wanted: { breaking: ['response-became-nullable'] },
    quiet: ['response-branch-added', 'response-type-changed'],
  },
  {
    says: 'a list is put into an object, to be turned over page by page',
    base: answers(list(body)),
    head: answers(object({ data: list(body), next: text }, 'data')),
    wanted: { breaking: ['response-type-changed'] },
    quiet: ['response-envelope-changed', 'response-property-added'],
  },
  {
    says: 'an object of which nothing was said is described',
    base: answers({ type: 'object' }),
    head: answers(body),
    wanted: { compatible: ['response-property-added'] },
  },
  {
    says: 'what is held by name has one more field',
    base: answers({ type: 'object', additionalProperties: object({ a: text }) }),
    head: answers({ type: 'object', additionalProperties: object({ a: text, b: text }) }),
    wanted: { compatible: ['response-property-added'] },
  },
  {
    says: 'a field that was always null is a text',
    base: answers(object({ later: { type: 'null' } })),
    head: answers(object({ later: text })),
    wanted: { breaking: ['response-type-changed'], compatible: ['response-became-non-null'] },
  },
  {
    says: 'that it is not null is written out, in the words of 3.0',
    base: answers30(object({ url: text })),
    head: answers30(object({ url: { ...text, nullable: false } })),
    wanted: {},
    quiet: ['response-became-non-null', 'response-became-nullable'],
  },
  {
    says: 'a shared schema has another name, and holds itself as before',
    base: answers(
      { $ref: '#/components/schemas/Old' },
      { Old: object({ next: { $ref: '#/components/schemas/Old' } }) },
    ),
    head: answers(
      { $ref: '#/components/schemas/New' },
      { New: object({ next: { $ref: '#/components/schemas/New' } }) },
    ),
    wanted: {},
  },
  {
    says: 'a shared schema that nobody uses is another',
    base: answers(text, { Spare: object({ a: text }, 'a') }),
    head: answers(text, { Other: whole }),
    wanted: {},
  },
  {
    says: 'kinds have other titles, and nothing else',
    base: answers({
      oneOf: [
        { ...object({ a: text }, 'a'), title: 'A' },
        { ...object({ b: text }, 'b'), title: 'B' },
      ],
    }),
    head: answers({
      oneOf: [
        { ...object({ a: text }, 'a'), title: 'X' },
        { ...object({ b: text }, 'b'), title: 'Y' },
      ],
    }),
    wanted: { editorial: ['text-changed'] },
    quiet: ['response-branch-added', 'response-branch-removed'],
  },
  {
    says: 'a field that always came is written and never answered',
    base: answers(object({ secret: text }, 'secret')),
    head: answers(object({ secret: { ...text, writeOnly: true } }, 'secret')),
    wanted: { breaking: ['response-required-property-removed'] },
  },
  {
    says: 'the second place of a list is another type',
    base: answers({ type: 'array', prefixItems: [text, whole] }),
    head: answers({ type: 'array', prefixItems: [text, text] }),
    wanted: { breaking: ['response-type-changed'] },
    quiet: ['response-constraint-removed'],
  },
  {
    says: 'a field no longer comes along with another',
    base: answers({ ...object({ url: text, ends: text }), dependentRequired: { url: ['ends'] } }),
    head: answers(object({ url: text, ends: text })),
    wanted: { breaking: ['response-constraint-removed'] },
  },
  {
    says: 'what holds under a condition is another',
    base: answers({ ...object({ a: text }), if: { required: ['a'] }, else: { minProperties: 1 } }),
    head: answers({ ...object({ a: text }), if: { required: ['a'] }, else: { minProperties: 2 } }),
    wanted: { risky: ['constraint-changed'] },
  },
  {
    says: 'a format of the vendor’s own is another',
    base: answers(object({ price: { ...text, format: 'money' } })),
    head: answers(object({ price: { ...text, format: 'amount' } })),
    wanted: { risky: ['unknown-keyword-changed'] },
    quiet: ['response-format-changed', 'response-format-loosened'],
  },
  {
    says: 'a range of successes is one of them',
    base: responds({ '2XX': json(body) }),
    head: responds({ 200: json(body) }),
    wanted: {},
    quiet: ['success-status-removed', 'success-status-added'],
  },
  {
    says: 'one success becomes any',
    base: responds({ 200: json(body) }),
    head: responds({ '2XX': json(body) }),
    wanted: {},
    quiet: ['success-status-removed', 'unlike-success-status-added'],
  },
  {
    says: 'JSON has a name of the vendor’s own',
    base: as('application/json'),
    head: as('application/vnd.acme+json'),
    wanted: { breaking: ['response-media-type-removed'], compatible: ['response-media-type-added'] },
  },
  {
    says: 'XML is no longer answered beside JSON',
    base: as('application/json', 'application/xml'),
    head: as('application/json'),
    wanted: { breaking: ['response-media-type-removed'] },
  },
  {
    says: 'a header has one more value',
    base: responds({ 204: { ...done, headers: { 'X-State': { schema: { enum: ['a'] } } } } }),
    head: responds({ 204: { ...done, headers: { 'X-State': { schema: { enum: ['a', 'b'] } } } } }),
    wanted: { risky: ['response-enum-value-added'] },
  },
  {
    says: 'what a webhook brings has one more value and one more field',
    base: hears(object({ state: { enum: ['done'] } }, 'state')),
    head: hears(object({ state: { enum: ['done', 'lost'] }, why: text }, 'state', 'why')),
    wanted: { risky: ['response-enum-value-added'], compatible: ['response-property-added'] },
    quiet: ['required-request-property-added', 'request-enum-value-added'],
  },
]
