import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../../mocks/world/json.ts'
import { assumptionsOf } from '../../../specs/tools/assumptions.ts'
import { follow, resolveSchema } from '../../../specs/tools/resolve.ts'

const document: JsonObject = {
  components: {
    schemas: {
      Leaf: { type: 'string', example: 'a', 'x-note': 1 },
      Alias: { $ref: '#/components/schemas/Leaf' },
      Tree: { properties: { again: { $ref: '#/components/schemas/Tree' } } },
      Circle: { $ref: '#/components/schemas/Circle' },
    },
  },
}
const leaf = { $ref: '#/components/schemas/Leaf' }

describe('resolveSchema', () => {
  test.each<[string, Json, Json]>([
    ['a reference', leaf, { type: 'string' }],
    ['a reference to a reference', { $ref: '#/components/schemas/Alias' }, { type: 'string' }],
    [
      'references in lists and below',
      { anyOf: [leaf, { items: leaf }] },
      { anyOf: [{ type: 'string' }, { items: { type: 'string' } }] },
    ],
    [
      'the same reference twice',
      { properties: { a: leaf, b: leaf } },
      { properties: { a: { type: 'string' }, b: { type: 'string' } } },
    ],
    [
      'extensions and example, which JSON Schema does not know',
      { 'x-assumed': true, example: 1, type: 'null' },
      { type: 'null' },
    ],
    [
      'properties that are called like keywords',
      { properties: { example: leaf, 'x-a': leaf } },
      { properties: { example: { type: 'string' }, 'x-a': { type: 'string' } } },
    ],
    [
      'data that looks like a schema',
      { const: { example: 1, $ref: 'x' } },
      { const: { example: 1, $ref: 'x' } },
    ],
  ])('writes out %s', (_, given, wanted) => {
    expect(resolveSchema(document, given)).toEqual(wanted)
  })

  test.each([
    ['a schema that contains itself', { $ref: '#/components/schemas/Tree' }, 'leads back to itself'],
    ['a reference to itself', { $ref: '#/components/schemas/Circle' }, 'leads back to itself'],
    ['a reference to nothing', { $ref: '#/components/schemas/None' }, 'nothing stands there'],
    ['a reference to another file', { $ref: 'other.yaml#/a' }, 'nothing stands there'],
  ])('refuses %s', (_, given, says) => {
    expect(() => resolveSchema(document, given)).toThrow(says)
  })
})

describe('follow', () => {
  test('returns what is no reference as it is', () => {
    expect(follow(document, { type: 'string' })).toEqual({ type: 'string' })
    expect(follow(document, undefined)).toBeUndefined()
  })
})

describe('assumptionsOf', () => {
  test('finds each mark with its reason, marks inside marks too', () => {
    const marked: JsonObject = {
      paths: {
        '/a': { 'x-assumed': true, 'x-reason': 'outer', l: [1, { 'x-assumed': true, 'x-reason': 'inner' }] },
      },
      other: { 'x-reason': 'no mark' },
    }
    expect(assumptionsOf(marked)).toEqual([
      { pointer: '/paths/~1a', reason: 'outer' },
      { pointer: '/paths/~1a/l/1', reason: 'inner' },
    ])
  })
})
