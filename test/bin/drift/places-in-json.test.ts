import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placesInJson } from '../../../bin/drift/places-in-json.ts'
import { isObject, type Json, pointer } from '../../../mocks/world/json.ts'

type Keys = readonly (string | number)[]

const everyPath = (value: Json, keys: Keys = []): readonly (readonly [Keys, Json])[] => [
  [keys, value],
  ...(Array.isArray(value) ? value.flatMap((one, n) => everyPath(one, [...keys, n])) : []),
  ...(isObject(value) ? Object.entries(value).flatMap(([key, one]) => everyPath(one, [...keys, key])) : []),
]

test('every value of a text is found where it begins, a member of an object at its key', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom(0, 2, '\t'),
      fc.infiniteStream(fc.boolean()),
      (json, indent, chosen) => {
        const text = JSON.stringify(json, null, indent)
        const value = JSON.parse(text) as Json
        const wanted = everyPath(value).filter(() => chosen.next().value)
        const found = placesInJson(text, new Set(wanted.map(([keys]) => pointer(keys))))
        for (const [keys, one] of wanted) {
          const last = keys.at(-1)
          const begins =
            typeof last === 'string' ? JSON.stringify(last) : JSON.stringify(one, null, indent).slice(0, 1)
          const at = found.get(pointer(keys))
          expect(text.slice(at, (at ?? 0) + begins.length)).toBe(begins)
        }
        expect(found.size).toBe(new Set(wanted.map(([keys]) => pointer(keys))).size)
      },
    ),
    { numRuns: 300 },
  )
})

test('what is not there is not found', () => {
  expect([...placesInJson('{"a":[{"b":"}]"}]}', new Set(['/a/0/b', '/a/1', '/b', '/a/0/b/c']))]).toEqual([
    ['/a/0/b', 7],
  ])
})
