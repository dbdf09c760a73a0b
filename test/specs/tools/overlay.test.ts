import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../../mocks/world/json.ts'
import { applyOverlay, type OverlayAction } from '../../../specs/tools/overlay.ts'

const overlaid = (document: JsonObject, ...actions: OverlayAction[]): JsonObject =>
  applyOverlay(document, { overlay: '1.0.0', info: { title: 'A test', version: '1' }, actions })

interface Case {
  readonly says: string
  readonly given: JsonObject
  readonly actions: OverlayAction[]
  readonly wanted: JsonObject
}

const cases: Case[] = [
  {
    says: 'an update merges objects recursively',
    given: { a: { b: { c: 1, d: 2 } } },
    actions: [{ target: '$.a', update: { b: { d: 3, e: 4 } } }],
    wanted: { a: { b: { c: 1, d: 3, e: 4 } } },
  },
  {
    says: 'an update of the root adds to the document',
    given: { a: 1 },
    actions: [{ target: '$', update: { b: 2 } }],
    wanted: { a: 1, b: 2 },
  },
  {
    says: 'a selected array gets the update appended as one entry',
    given: { a: [1] },
    actions: [{ target: '$.a', update: { n: 2 } }],
    wanted: { a: [1, { n: 2 }] },
  },
  {
    says: 'an array appended to an array is one entry too',
    given: { a: [[1]] },
    actions: [{ target: '$.a', update: [2, 3] }],
    wanted: { a: [[1], [2, 3]] },
  },
  {
    says: 'arrays met while merging are concatenated',
    given: { a: { required: ['x'] } },
    actions: [{ target: '$.a', update: { required: ['y', 'z'] } }],
    wanted: { a: { required: ['x', 'y', 'z'] } },
  },
  {
    says: 'a primitive is replaced, also by an array or an object',
    given: { a: { type: 'object', n: 1, o: null } },
    actions: [{ target: '$.a', update: { type: ['object', 'null'], n: 'two', o: { p: 1 } } }],
    wanted: { a: { type: ['object', 'null'], n: 'two', o: { p: 1 } } },
  },
  {
    says: 'remove takes a member out of its object',
    given: { a: { b: { c: 1 }, d: 2 } },
    actions: [{ target: '$.a.b', remove: true }],
    wanted: { a: { d: 2 } },
  },
  {
    says: 'remove takes every match of a filter out of its array',
    given: { a: [{ n: 1 }, { n: 2 }, { n: 1 }] },
    actions: [{ target: '$.a[?@.n == 1]', remove: true }],
    wanted: { a: [{ n: 2 }] },
  },
  {
    says: 'remove copes with matches inside matches',
    given: { a: { x: true, b: { x: true } }, c: { d: {} } },
    actions: [{ target: '$..[?@.x]', remove: true }],
    wanted: { c: { d: {} } },
  },
  {
    says: 'remove: false is an update',
    given: { a: { b: 1 } },
    actions: [{ target: '$.a', update: { c: 2 }, remove: false }],
    wanted: { a: { b: 1, c: 2 } },
  },
  {
    says: 'update is without effect where remove is true',
    given: { a: { b: {} } },
    actions: [{ target: '$.a.b', update: { c: 2 }, remove: true }],
    wanted: { a: {} },
  },
  {
    says: 'each match of a wildcard is updated',
    given: { paths: { '/a': { get: {} }, '/b': { get: { x: 1 } }, '/c': {} } },
    actions: [{ target: '$.paths.*.get', update: { y: 2 } }],
    wanted: { paths: { '/a': { get: { y: 2 } }, '/b': { get: { x: 1, y: 2 } }, '/c': {} } },
  },
  {
    says: 'paths with slashes and braces, and several names at once, can be selected',
    given: { paths: { '/a/{id}': { n: 1 }, '/b': { n: 1 } } },
    actions: [{ target: "$.paths['/a/{id}', '/b']", update: { n: 2 } }],
    wanted: { paths: { '/a/{id}': { n: 2 }, '/b': { n: 2 } } },
  },
  {
    says: 'actions see what the ones before them did',
    given: { a: { b: { old: 1 } } },
    actions: [
      { target: '$.a.b', remove: true },
      { target: '$.a', update: { b: { anew: 1 } } },
      { target: '$.a.b', update: { more: 2 } },
    ],
    wanted: { a: { b: { anew: 1, more: 2 } } },
  },
]

describe('applyOverlay', () => {
  test.each(cases)('$says', ({ given, actions, wanted }) => {
    expect(overlaid(given, ...actions)).toEqual(wanted)
  })

  test.each<[string, OverlayAction, string]>([
    ['a target that matches nothing', { target: '$.b', update: {} }, 'nothing matches its target'],
    [
      'a filter that matches nothing',
      { target: '$.l[?@.n == 9]', remove: true },
      'nothing matches its target',
    ],
    ['a target that is no JSONPath', { target: '$.[', remove: true }, 'is not a JSONPath'],
    ['a primitive target', { target: '$.a.n', remove: true }, 'selects a primitive value'],
    ['an action that does nothing', { target: '$.a' }, 'neither updates nor removes'],
    ['an array merged into an object', { target: '$.a', update: [1] }, 'merges a non-object'],
    ['an array where an object stands', { target: '$', update: { a: [1] } }, '"a" holds another kind'],
    ['an object where an array stands', { target: '$', update: { l: {} } }, '"l" holds another kind'],
    ['the removal of everything', { target: '$', remove: true }, 'cannot be removed'],
  ])('refuses %s and names the target', (_, action, says) => {
    const attempt = () => overlaid({ a: { n: 1 }, l: [{ n: 1 }] }, action)
    expect(attempt).toThrow(says)
    expect(attempt).toThrow(JSON.stringify(action.target))
  })

  test('touches neither the document nor the overlay, and shares nothing with them', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue())
    fc.assert(
      fc.property(object, object, (given, update) => {
        const document = { held: given as JsonObject, list: [] as Json[] }
        const actions: OverlayAction[] = [
          { target: '$', update: { added: update as JsonObject } },
          { target: '$.list', update: update as JsonObject },
        ]
        const before = JSON.stringify([document, actions])
        const result = overlaid(document, ...actions)
        expect(result).toEqual({ held: given, list: [update], added: update })
        for (const part of [result.held, result.added, result.list])
          Object.assign(part as object, { touched: true })
        expect(JSON.stringify([document, actions])).toBe(before)
      }),
    )
  })
})
