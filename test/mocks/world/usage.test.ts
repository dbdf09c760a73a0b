import { describe, expect, test } from 'vitest'
import {
  afterTouch,
  freeAgainAt,
  type Quota,
  touchesNothing,
  type Usage,
  unused,
  usedUp,
} from '../../../mocks/world/usage.ts'

const quota: Quota = { key: 'k', limit: 3, windowMs: 1000 }
const used = (...instants: readonly number[]): Usage => ({ ...unused, accepted: { k: instants } })
const touch = { quotas: [quota], arrivals: [] }

describe('the window before now', () => {
  test.each([
    [[], 5000, 0],
    [[4000, 4001, 5000], 5000, 2],
    [[5000, 5000, 5000], 5000, 3],
    [[5000, 5000, 5000], 5999, 3],
    [[5000, 5000, 5000], 6000, 0],
    [[5001, 9000], 5000, 0],
    [[9000, 4500, 5200], 5100, 1],
  ])('of requests at %j holds at %i %i of them', (instants, now, wanted) => {
    expect(usedUp(used(...instants), quota, now)).toBe(wanted)
  })

  test('belongs to one key', () => {
    expect(usedUp(used(5000), { ...quota, key: 'other' }, 5000)).toBe(0)
  })
})

describe('a quota of three a second is free again', () => {
  test.each([
    ['at once while it has room', [4900, 5000], 5000, 5000],
    ['when the first leaves', [4500, 4600, 4700], 5000, 5500],
    ['when enough have left', [4400, 4500, 4600, 4700], 5000, 5500],
    ['in order of time, not of arrival', [4700, 4500, 4600], 5000, 5500],
    ['at once after the window', [4500, 4600, 4700], 5500, 5500],
    ['at once before them all', [4500, 4600, 4700], 4000, 4000],
    ['whatever will be asked much later', [4500, 4600, 4700, 9000], 5000, 5500],
    ['counting what is asked this moment', [4500, 4600, 5000], 5000, 5500],
    ['at once when the first has just left', [4000, 4600, 4700], 5000, 5000],
    ['at once where nothing was asked', [], 5000, 5000],
    ['whatever was asked long before', [100, 4500, 4600, 4700], 5000, 5500],
    ['when those have left that come before it', [4500, 4600, 4700, 5400], 5000, 5600],
  ])('%s', (_, instants, now, wanted) => {
    expect(freeAgainAt(used(...instants), quota, now)).toBe(wanted)
    const isFree = (at: number) => usedUp(used(...instants), quota, at) < quota.limit
    expect(isFree(wanted)).toBe(true)
    if (wanted > now) expect(isFree(wanted - 1)).toBe(false)
  })
})

test('where nothing is ever let through, no later instant is any better than now', () => {
  expect(freeAgainAt(used(4900), { ...quota, limit: 0 }, 5000)).toBe(5000)
})

test('a key that was never used is free', () => {
  expect(freeAgainAt(unused, { ...quota, limit: 1 }, 5000)).toBe(5000)
})

describe('counting one request', () => {
  test('takes its instant while there is room, and nothing once there is none', () => {
    let usage = unused
    for (const now of [1, 2, 3, 4, 5]) usage = afterTouch(usage, touch, now)
    expect(usage.accepted).toEqual({ k: [1, 2, 3] })
    expect(afterTouch(usage, touch, 1001).accepted).toEqual({ k: [1, 2, 3, 1001] })
    expect(afterTouch(unused, touch, 7).accepted).toEqual({ k: [7] })
  })

  test('counts arrivals for ever, those of other troubles apart', () => {
    const twice = afterTouch(
      afterTouch(unused, { quotas: [], arrivals: ['a', 'b'] }, 0),
      { quotas: [], arrivals: ['a'] },
      0,
    )
    expect(twice.arrivals).toEqual({ a: 2, b: 1 })
  })

  test('leaves what it is given as it was, and is the same where nothing is touched', () => {
    const before = used(1)
    const text = JSON.stringify(before)
    afterTouch(before, { quotas: [quota], arrivals: ['a'] }, 2)
    expect(JSON.stringify(before)).toBe(text)
    expect(afterTouch(before, touchesNothing, 2)).toBe(before)
  })

  test('keeps no more instants than any window can need', () => {
    const full: Usage = { ...unused, accepted: { k: Array.from({ length: 20_000 }, () => 0) } }
    const { accepted } = afterTouch(full, touch, 5000)
    expect(accepted.k).toHaveLength(20_000)
    expect(accepted.k?.at(-1)).toBe(5000)
  })
})
