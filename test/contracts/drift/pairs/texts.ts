import { answers, document, json, object, type Pair, responds, text, whole } from './pair.ts'

const described = (description: string): object =>
  document({ description, responses: { 204: { description: 'Done' } } })
const link = (schema: object): object => answers(object({ url: schema }))

/** What only people read, and what they must not overlook in it. */
export const texts: readonly Pair[] = [
  {
    says: 'nothing is another',
    base: responds({ 200: json(object({ a: text }, 'a')) }),
    head: responds({ 200: json(object({ a: text }, 'a')) }),
    wanted: {},
    quiet: ['text-changed', 'example-changed', 'extension-changed', 'version-changed', 'quantity-changed'],
  },
  {
    says: 'a name is another throughout, in one finding',
    base: document({
      summary: 'Old',
      tags: ['Old'],
      responses: { 200: json({ ...text, description: 'Old' }) },
    }),
    head: document({
      summary: 'New',
      tags: ['New'],
      responses: { 200: json({ ...text, description: 'New' }) },
    }),
    wanted: { editorial: ['text-changed'] },
    quiet: ['extension-changed', 'operation-renamed'],
  },
  {
    says: 'a text is only broken into other lines',
    base: described('The URL expires\nsoon.'),
    head: described('The URL  expires soon.'),
    wanted: {},
    quiet: ['text-changed'],
  },
  {
    says: 'a lifetime in a sentence is another',
    base: described('The URL expires after 15 minutes.'),
    head: described('The URL expires after 5 minutes.'),
    wanted: { risky: ['quantity-changed'] },
    quiet: ['text-changed'],
  },
  {
    says: 'a lifetime in a sentence is the same in other words',
    base: described('The URL expires after 15 minutes.'),
    head: described('For fifteen minutes (15 min) the URL lives.'),
    wanted: { editorial: ['text-changed'] },
    quiet: ['quantity-changed'],
  },
  {
    says: 'a lifetime is only shown, and is another',
    base: answers(object({ expires_in_seconds: { ...whole, example: 900 } })),
    head: answers(object({ expires_in_seconds: { ...whole, example: 300 } })),
    wanted: { risky: ['quantity-changed'] },
    quiet: ['example-changed'],
  },
  {
    says: 'an example is another',
    base: link({ ...text, example: 'https://a.test/1' }),
    head: link({ ...text, examples: ['https://a.test/1'], example: 'https://a.test/2' }),
    wanted: { editorial: ['example-changed'] },
    quiet: ['text-changed', 'unknown-keyword-changed', 'quantity-changed'],
  },
  {
    says: 'a type is another, and its example with it',
    base: link({ ...text, example: 'a' }),
    head: link({ ...whole, example: 1 }),
    wanted: { breaking: ['response-type-changed'] },
    quiet: ['example-changed'],
  },
  {
    says: 'an extension is another',
    base: link({ ...text, 'x-order': 1 }),
    head: link({ ...text, 'x-order': 2 }),
    wanted: { editorial: ['extension-changed'] },
    quiet: ['unknown-keyword-changed', 'text-changed'],
  },
  {
    says: 'the version is another, which proves nothing',
    base: { ...answers(text), info: { title: 'Recordings', version: '1.0.0' } },
    head: { ...answers(text), info: { title: 'Recordings', version: '2.0.0' } },
    wanted: { editorial: ['version-changed'] },
    quiet: ['text-changed'],
  },
  {
    says: 'a field is named like a keyword',
    base: answers(object({ description: text, example: text, nullable: text })),
    head: answers(object({ description: whole, example: text, nullable: text })),
    wanted: { breaking: ['response-type-changed'] },
    quiet: ['text-changed', 'example-changed'],
  },
]
