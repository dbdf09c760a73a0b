import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareDocuments } from '../../../contracts/drift/compare-documents.ts'
import { checkDocument } from '../../../contracts/drift/document/check-document.ts'
import { everything } from '../../../contracts/drift/in-use.ts'
import { PlayheadError } from '../../../mocks/world/error.ts'
import { isObject, type Json } from '../../../mocks/world/json.ts'
import { draw } from '../../../mocks/world/seed.ts'
import { loadSpecification } from '../../../specs/tools/load.ts'
import { pairs } from './pairs/index.ts'
import { answers } from './pairs/pair.ts'

const junk: readonly [Json, ...Json[]] = [
  null,
  7,
  '',
  'x',
  true,
  false,
  [],
  {},
  [null],
  [[]],
  { $ref: 1 },
  { $ref: '#' },
  { $ref: '#/paths' },
  { type: 9 },
  [{ type: [] }],
  { allOf: 1, anyOf: [1, null], oneOf: {} },
  { enum: {}, required: 'a', properties: [] },
  JSON.parse('{"__proto__":{"type":"string"}}'),
]

/** The same document, with some of its parts put in place of others, or junk. */
const broken = (value: Json, seed: number): Json => {
  const { below, of } = draw(seed)
  const go = (one: Json): Json => {
    if (below(25) === 0) return of(junk)
    if (Array.isArray(one)) return one.map(go)
    return isObject(one)
      ? Object.fromEntries(Object.entries(one).map(([key, child]) => [key, go(child)]))
      : one
  }
  return go(value)
}

const documents: readonly [Json, ...Json[]] = [
  loadSpecification('quo').overlaid,
  loadSpecification('feather').overlaid,
  ...Object.values(pairs)
    .flat()
    .map(({ head }) => JSON.parse(JSON.stringify(head)) as Json),
]

test('no document, however broken, is more than refused', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(documents.length - 1), fc.boolean(), (seed, n, isSwapped) => {
      const good = documents[n] ?? documents[0]
      const bad = broken(good, seed)
      try {
        const [base, head] = isSwapped ? [bad, good] : [good, bad]
        compareDocuments(checkDocument(base, 'base'), checkDocument(head, 'head'), { inUse: everything })
      } catch (error) {
        expect(error).toBeInstanceOf(PlayheadError)
      }
    }),
    { numRuns: 600 },
  )
})

const to = (n: number): Json => ({ $ref: `#/components/schemas/A${n}` })

/** Schemas of which each leads to the next by two ways: 2 to the power of `length` in all. */
const doubling = (keyword: string, length: number, type: string): object => ({
  ...Object.fromEntries(Array.from({ length }, (_, n) => [`A${n}`, { [keyword]: [to(n + 1), to(n + 1)] }])),
  [`A${length}`]: { type },
})

const compared = (components: object, others: object) =>
  compareDocuments(
    checkDocument(
      JSON.parse(JSON.stringify(answers({ $ref: '#/components/schemas/A0' }, components))),
      'base',
    ),
    checkDocument(JSON.parse(JSON.stringify(answers({ $ref: '#/components/schemas/A0' }, others))), 'head'),
  ).changes.map(({ rule }) => rule)

test.each(['allOf', 'anyOf', 'oneOf'])('ways that double at every step are gone once: %s', (keyword) => {
  expect(compared(doubling(keyword, 60, 'string'), doubling(keyword, 60, 'integer'))).toEqual([
    'response-type-changed',
  ])
})

test('schemas that all lead to each other are each compared once', () => {
  const all = (required: readonly string[]): object =>
    Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [
        `A${n}`,
        {
          type: 'object',
          properties: Object.fromEntries(Array.from({ length: 40 }, (_, m) => [`p${m}`, to(m)])),
          required: n === 3 ? required : [],
        },
      ]),
    )
  expect(compared(all(['p1']), all([]))).toEqual(['response-property-became-optional'])
})

/** Schemas of which each forbids what the next two ways lead to, and whatever more. */
const forbidding = (type: string, ...more: readonly Json[]): object =>
  Object.fromEntries([
    ...Array.from({ length: 40 }, (_, n) => [`A${n}`, { not: { allOf: [to(n + 1), to(n + 1), ...more] } }]),
    ['A40', { type }],
  ])

test('ways that double at every step within what is compared as it is written are gone once', () => {
  expect(compared(forbidding('string'), forbidding('integer'))).toEqual(['constraint-changed'])
  expect(compared(forbidding('string'), forbidding('string'))).toEqual([])
})

test('what leads back to itself by more ways than can be followed is refused', () => {
  expect(() => compared(forbidding('string', to(0)), forbidding('integer', to(0)))).toThrow(
    'by more ways than can be followed',
  )
})
