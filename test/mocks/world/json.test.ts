import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isObject, type Json, pointedAt, pointer } from '../../../mocks/world/json.ts'

const pathsOf = (
  value: Json,
  path: readonly (string | number)[] = [],
): [readonly (string | number)[], Json][] => {
  const children = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [[path, value], ...children.flatMap(([key, child]) => pathsOf(child, [...path, key]))]
}

test.each<[Json | undefined, boolean]>([
  [{}, true],
  [{ a: 1 }, true],
  [[], false],
  [null, false],
  [undefined, false],
  ['a', false],
  [1, false],
  [true, false],
])('%j is an object: %s', (value, wanted) => {
  expect(isObject(value)).toBe(wanted)
})

describe('pointer and pointedAt', () => {
  test.each([
    [[], ''],
    [['paths', '/a/{id}', 0], '/paths/~1a~1{id}/0'],
    [['~1', ''], '/~01/'],
    [['a~', '/b~c/'], '/a~0/~1b~0c~1'],
    [['~/'], '/~0~1'],
  ] as const)('%j is written %j', (keys, wanted) => {
    expect(pointer(keys)).toBe(wanted)
  })

  test('a pointer to any part of any document finds that part', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const document = value as Json
        for (const [path, part] of pathsOf(document)) expect(pointedAt(document, pointer(path))).toBe(part)
      }),
    )
  })

  test.each(['/b', '/a/b', '/a/0/x', '/constructor'])('%s points at nothing', (path) => {
    expect(pointedAt({ a: [1] }, path)).toBeUndefined()
  })
})
