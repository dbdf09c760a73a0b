import { answers, object, type Pair, text, whole } from './pair.ts'

const a = object({ a: text }, 'a')
const b = object({ b: text }, 'b')
const named = (...names: readonly string[]): object => ({
  oneOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })),
})
const alike = { Dog: object({ name: text }), Cat: object({ name: text }), Rabbit: object({ name: text }) }
const closed = (properties: object): object => ({ ...object(properties), additionalProperties: false })

/** Objects, lists and choices of an answer. */
export const answeredObjects: readonly Pair[] = [
  {
    says: 'a field that always came is gone',
    base: answers(object({ url: text, id: text }, 'url', 'id')),
    head: answers(object({ id: text }, 'id')),
    wanted: { breaking: ['response-required-property-removed'] },
  },
  {
    says: 'a field that might come is gone',
    base: answers(object({ url: text, id: text }, 'id')),
    head: answers(object({ id: text }, 'id')),
    wanted: { risky: ['response-optional-property-removed'] },
    quiet: ['response-required-property-removed'],
  },
  {
    says: 'a field moves into what all parts share',
    base: answers(object({ url: text, id: text }, 'url')),
    head: answers(
      { allOf: [{ $ref: '#/components/schemas/Base' }, object({ id: text })] },
      { Base: object({ url: text }, 'url') },
    ),
    wanted: {},
    quiet: [
      'response-required-property-removed',
      'response-optional-property-removed',
      'response-property-added',
      'response-property-became-optional',
    ],
  },
  {
    says: 'a field that is only written was never answered',
    base: answers(object({ id: text, secret: { ...text, writeOnly: true } }, 'secret')),
    head: answers(object({ id: text })),
    wanted: {},
    quiet: ['response-required-property-removed', 'response-optional-property-removed'],
  },
  {
    says: 'a field is new',
    base: answers(object({ id: text })),
    head: answers(object({ id: text, url: text }, 'url')),
    wanted: { compatible: ['response-property-added'] },
    quiet: ['response-closed-object-extended', 'response-property-became-required'],
  },
  {
    says: 'a field is new where it was said that none would come',
    base: answers(closed({ id: text })),
    head: answers(closed({ id: text, url: text })),
    wanted: { risky: ['response-closed-object-extended'] },
    quiet: ['response-property-added', 'response-object-opened'],
  },
  {
    says: 'a field is new that fits what was said of others',
    base: answers({ ...object({ id: text }), additionalProperties: text }),
    head: answers({ ...object({ id: text, url: text }), additionalProperties: text }),
    wanted: { compatible: ['response-property-added'] },
    quiet: ['response-type-changed', 'response-closed-object-extended'],
  },
  {
    says: 'a field may be missing',
    base: answers(object({ url: text }, 'url')),
    head: answers(object({ url: text })),
    wanted: { breaking: ['response-property-became-optional'] },
    quiet: ['response-required-property-removed'],
  },
  {
    says: 'a field always comes',
    base: answers(object({ url: text })),
    head: answers(object({ url: text }, 'url')),
    wanted: { compatible: ['response-property-became-required'] },
    quiet: ['response-property-became-optional', 'response-property-added'],
  },
  {
    says: 'fields and required names in another order, and no type said',
    base: answers(object({ x: text, y: whole }, 'x', 'y')),
    head: answers({ required: ['y', 'x'], properties: { y: whole, x: text } }),
    wanted: {},
    quiet: [
      'response-property-became-optional',
      'response-property-became-required',
      'response-type-changed',
    ],
  },
  {
    says: 'a field deep inside of a list',
    base: answers(object({ data: { type: 'array', items: object({ d: whole }, 'd') } })),
    head: answers(object({ data: { type: 'array', items: object({ d: text }, 'd') } })),
    wanted: { breaking: ['response-type-changed'] },
  },
  {
    says: 'other fields may come too',
    base: answers(closed({ id: text })),
    head: answers(object({ id: text })),
    wanted: { risky: ['response-object-opened'] },
    quiet: ['request-object-opened', 'response-closed-object-extended'],
  },
  {
    says: 'no other fields come any more',
    base: answers(object({ id: text })),
    head: answers(closed({ id: text })),
    wanted: { compatible: ['response-object-closed'] },
    quiet: ['response-object-opened'],
  },
  {
    says: 'that other fields may come is written out',
    base: answers(object({ id: text })),
    head: answers({ ...object({ id: text }), additionalProperties: true }),
    wanted: {},
    quiet: ['response-object-opened', 'response-object-closed'],
  },
  {
    says: 'what other fields hold is another type',
    base: answers({ type: 'object', additionalProperties: whole }),
    head: answers({ type: 'object', additionalProperties: text }),
    wanted: { breaking: ['response-type-changed'] },
  },
  {
    says: 'one more kind, which looks like the others',
    base: answers(named('Dog', 'Cat'), alike),
    head: answers(named('Dog', 'Cat', 'Rabbit'), alike),
    wanted: { breaking: ['response-branch-added'] },
  },
  {
    says: 'one kind less',
    base: answers(named('Dog', 'Cat', 'Rabbit'), alike),
    head: answers(named('Rabbit', 'Dog'), alike),
    wanted: { compatible: ['response-branch-removed'] },
    quiet: ['response-branch-added'],
  },
  {
    says: 'kinds in another order, one of them written in place',
    base: answers({ oneOf: [a, b] }),
    head: answers({ oneOf: [{ $ref: '#/components/schemas/B' }, a] }, { B: b }),
    wanted: {},
    quiet: ['response-branch-added', 'response-branch-removed', 'response-required-property-removed'],
  },
  {
    says: 'one object becomes a choice of two, in one finding',
    base: answers(object({ a: text, b: text }, 'a', 'b')),
    head: answers({ oneOf: [object({ a: text, b: text }, 'a'), object({ a: text, b: text }, 'b')] }),
    wanted: { breaking: ['response-branch-added'] },
    quiet: ['response-property-became-optional'],
  },
  {
    says: 'a choice of one is no choice',
    base: answers(a),
    head: answers({ oneOf: [a] }),
    wanted: {},
    quiet: ['response-branch-added', 'response-type-changed'],
  },
  {
    says: 'a choice whose kinds all have what one read before',
    base: answers(a),
    head: answers({
      oneOf: [object({ a: text, c: text }, 'a', 'c'), object({ a: text, d: text }, 'a', 'd')],
    }),
    wanted: { compatible: ['response-property-added'] },
    quiet: ['response-branch-added'],
  },
  {
    says: 'inside of one kind a field changes',
    base: answers({
      oneOf: [object({ kind: { const: 'a' }, v: whole }, 'kind'), object({ kind: { const: 'b' } }, 'kind')],
    }),
    head: answers({
      oneOf: [object({ kind: { const: 'b' } }, 'kind'), object({ kind: { const: 'a' }, v: text }, 'kind')],
    }),
    wanted: { breaking: ['response-type-changed'] },
    quiet: ['response-branch-added', 'response-constant-changed'],
  },
  {
    says: 'a part that all answers keep is added',
    base: answers({ allOf: [a] }),
    head: answers({ allOf: [a, b] }),
    wanted: { compatible: ['response-property-added'] },
    quiet: ['response-branch-added'],
  },
  {
    says: 'what holds itself is compared once',
    base: answers(
      { $ref: '#/components/schemas/T' },
      { T: object({ next: { $ref: '#/components/schemas/T' }, v: whole }) },
    ),
    head: answers(
      { $ref: '#/components/schemas/T' },
      { T: object({ next: { $ref: '#/components/schemas/T' }, v: text }) },
    ),
    wanted: { breaking: ['response-type-changed'] },
  },
  {
    says: 'a rule on what is answered is lifted',
    base: answers(object({ v: { type: 'array', items: text, contains: { const: 'x' } } })),
    head: answers(object({ v: { type: 'array', items: text } })),
    wanted: { breaking: ['response-constraint-removed'] },
    quiet: ['request-constraint-removed'],
  },
  {
    says: 'a rule on what is answered is new',
    base: answers(object({ v: text })),
    head: answers(object({ v: { ...text, not: { const: '' } } })),
    wanted: { compatible: ['response-constraint-added'] },
    quiet: ['response-constraint-removed', 'unknown-keyword-changed', 'constraint-changed'],
  },
  {
    says: 'a rule on what is answered is another',
    base: answers(object({ v: { ...text, not: { const: '' } } })),
    head: answers(object({ v: { ...text, not: { const: '-' } } })),
    wanted: { risky: ['constraint-changed'] },
    quiet: ['response-constraint-added', 'response-constraint-removed'],
  },
  {
    says: 'the places of a list mean something now',
    base: answers({ type: 'array', items: whole }),
    head: answers({ type: 'array', prefixItems: [whole, whole], items: whole }),
    wanted: { compatible: ['response-constraint-added'] },
  },
  {
    says: 'a keyword nobody knows is new',
    base: answers(object({ v: text })),
    head: answers(object({ v: { ...text, frobnicate: true } })),
    wanted: { risky: ['unknown-keyword-changed'] },
  },
  {
    says: 'a keyword nobody knows says the same, in another order',
    base: answers(object({ v: { ...text, frobnicate: { a: 1, b: 2 } } })),
    head: answers(object({ v: { frobnicate: { b: 2, a: 1 }, ...text } })),
    wanted: {},
    quiet: ['unknown-keyword-changed', 'constraint-changed'],
  },
  {
    says: 'kinds are told apart by another field',
    base: answers({ ...named('Dog', 'Cat'), discriminator: { propertyName: 'kind' } }, alike),
    head: answers({ ...named('Dog', 'Cat'), discriminator: { propertyName: 'type' } }, alike),
    wanted: { risky: ['discriminator-changed'] },
    quiet: ['response-branch-added'],
  },
  {
    says: 'kinds are told apart where they were not',
    base: answers(named('Dog', 'Cat'), alike),
    head: answers({ ...named('Dog', 'Cat'), discriminator: { propertyName: 'name' } }, alike),
    wanted: {},
    quiet: ['discriminator-changed', 'unknown-keyword-changed'],
  },
]
