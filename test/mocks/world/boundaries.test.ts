import { describe, expect, test } from 'vitest'
import { boundariesOf, inOrder, nextBoundary, previousBoundary } from '../../../mocks/world/boundaries.ts'
import { parseWorld } from '../../../mocks/world/world.ts'

const changes = <T>(initially: T, at: number, to: T) => ({ initially, changes: [{ at, to }] })
const reset = { kind: 'reset', at: 'mid-body' }

const given = {
  accounts: [{ id: 'a', keys: [{ vendor: 'quo', value: 'k', state: changes('valid', 70, 'revoked') }] }],
  calls: [
    {
      ref: 'c1',
      known: changes(false, 10, true),
      codeValid: changes(true, 90, false),
      policy: changes('raw', 91, 'redacted'),
      redaction: changes('pending', 92, 'succeeded'),
      segments: [
        {
          id: 's1',
          status: changes('processing', 30, 'completed'),
          source: changes('kept', 60, 'gone'),
          link: changes('live', 50, 'none'),
        },
      ],
      replies: [
        { id: 'r1', from: '+1', body: '', at: 30 },
        { id: 'r2', from: '+1', body: '', at: 93 },
      ],
    },
  ],
  disturbances: [
    { id: 'd1', effect: reset, from: 20, until: 40 },
    { id: 'never', effect: reset, from: 45, until: 45 },
    { id: 'turned-round', effect: reset, from: 47, until: 46 },
    { id: 'open-ended', effect: reset, from: 80 },
    { id: 'open-before', effect: reset, until: 94 },
  ],
}
const world = parseWorld(given)

test('the boundaries of a world are its changes, replies, windows and keys, in order and each once', () => {
  expect(boundariesOf(parseWorld(given))).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 91, 92, 93, 94])
})

test('the boundaries of a world are looked for once', () => {
  const asked = parseWorld(given)
  expect(boundariesOf(asked)).toBe(boundariesOf(asked))
})

describe('around an instant', () => {
  test.each([
    [0, 10, undefined],
    [10, 20, undefined],
    [11, 20, 10],
    [19, 20, 10],
    [94, undefined, 93],
    [95, undefined, 94],
  ])('%i the next is %s and the previous %s', (now, next, previous) => {
    expect(nextBoundary(boundariesOf(world), now)).toBe(next)
    expect(previousBoundary(boundariesOf(world), now)).toBe(previous)
  })
})

test('ordering drops repeats and gaps', () => {
  expect(inOrder([3, undefined, 1, 20, 3])).toEqual([1, 3, 20])
})
