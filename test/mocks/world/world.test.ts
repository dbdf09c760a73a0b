import { describe, expect, test } from 'vitest'
import { callOf, keyOf } from '../../../mocks/world/lookup.ts'
import { parseWorld } from '../../../mocks/world/world.ts'

const key = { vendor: 'quo', value: 'k1' }

describe('a world', () => {
  test('needs its accounts and calls, and has usual values for the rest', () => {
    expect(parseWorld({ accounts: [], calls: [] })).toEqual({
      seed: 1,
      accounts: [],
      calls: [],
      disturbances: [],
      lifetimes: {},
      quotas: true,
    })
  })

  test('finds calls by ref and keys by vendor and value', () => {
    const world = parseWorld({ accounts: [{ id: 'a', keys: [key] }], calls: [{ ref: 'c1' }] })
    expect(callOf(world, 'c1')?.ref).toBe('c1')
    expect(callOf(world, 'c2')).toBeUndefined()
    expect(keyOf(world, 'quo', 'k1')?.account.id).toBe('a')
    expect(keyOf(world, 'osvi', 'k1')).toBeUndefined()
    expect(keyOf(world, 'quo', 'k2')).toBeUndefined()
  })

  test('lets a listed call go before one of the population', () => {
    const world = parseWorld({
      accounts: [],
      calls: [{ ref: 'p1', account: 'mine' }],
      population: { count: 3 },
    })
    expect(callOf(world, 'p1')?.account).toBe('mine')
    expect(callOf(world, 'p2')?.account).toBe('default')
  })

  test('computes a call of its population once, however often it is asked for', () => {
    const world = parseWorld({ accounts: [], calls: [], population: { count: 3 } })
    expect(callOf(world, 'p2')).toBe(callOf(world, 'p2'))
  })
})

const empty = { accounts: [], calls: [] }
const segment = { id: 's1', status: 'completed' }

describe('a world is refused with its cure', () => {
  const twins = [{ id: 'x' }, { id: 'x' }]
  const keys = { keys: [key, key] }
  test.each<[unknown, string]>([
    [{ accounts: [] }, 'See docs/world.md for the shape of a world'],
    [{ ...empty, calls: [{ ref: 'c1' }, { ref: 'c1' }] }, 'Give each call a ref of its own.'],
    [
      { ...empty, calls: [{ ref: 'c1', segments: [segment, segment] }] },
      'Give each segment an id of its own.',
    ],
    [
      { ...empty, accounts: twins.map((one) => ({ ...one, keys: [] })) },
      'Give each account an id of its own.',
    ],
    [{ ...empty, accounts: [{ id: 'a', ...keys }] }, 'Give each key a value of its own.'],
    [
      { ...empty, disturbances: twins.map((one) => ({ ...one, effect: { kind: 'silence' } })) },
      'Give each disturbance an id of its own.',
    ],
  ])('%j', (json, cure) => {
    expect(() => parseWorld(json)).toThrow(expect.objectContaining({ cure: expect.stringContaining(cure) }))
  })
})

describe('a world is refused, with the place and what stands there', () => {
  test.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /the whole of it/],
    ['a text', 'world', /given "world"/],
    ['no calls', { accounts: [] }, /calls/],
    [
      'a status that is none',
      { ...empty, calls: [{ ref: 'c1', segments: [{ ...segment, status: 'done' }] }] },
      /calls\.0\.segments\.0\.status/,
    ],
    ['a field too many', { ...empty, speed: 2 }, /speed/],
    ['a seed below nought', { ...empty, seed: -1 }, /seed .*-1/],
    ['a lifetime that would be told as none', { ...empty, lifetimes: { osvi: 1 } }, /lifetimes\.osvi .*1/],
    [
      'a lifetime of more than a week',
      { ...empty, lifetimes: { osvi: 604_801 } },
      /lifetimes\.osvi .*604801/,
    ],
    [
      'a change before 1970',
      { ...empty, calls: [{ ref: 'c1', known: { initially: true, changes: [{ at: -1, to: false }] } }] },
      /calls\.0\.known/,
    ],
    [
      'two calls of one ref',
      { ...empty, calls: [{ ref: 'c1' }, { ref: 'c1' }] },
      /two calls have the ref "c1"/,
    ],
    [
      'two segments of one id',
      { ...empty, calls: [{ ref: 'c1', segments: [segment, segment] }] },
      /call "c1" has two segments/,
    ],
    [
      'two accounts of one id',
      {
        ...empty,
        accounts: [
          { id: 'a', keys: [] },
          { id: 'a', keys: [] },
        ],
      },
      /two accounts have the id "a"/,
    ],
    [
      'one key of two accounts',
      {
        ...empty,
        accounts: [
          { id: 'a', keys: [key] },
          { id: 'b', keys: [key] },
        ],
      },
      /two keys/,
    ],
    [
      'two disturbances of one id',
      { ...empty, disturbances: ['reset', 'silence'].map(() => ({ id: 'd', effect: { kind: 'silence' } })) },
      /two disturbances have the id "d"/,
    ],
  ])('%s', (_, json, says) => {
    expect(() => parseWorld(json)).toThrow(
      expect.objectContaining({ code: 'bad-world', act: expect.stringMatching(says) }),
    )
  })
})
