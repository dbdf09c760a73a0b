import { describe, expect, it, test } from 'vitest'
import { endOf, type Lifetime, lifeOf } from '../../../mocks/deck/life.ts'
import { remaining } from '../../../mocks/deck/remaining.ts'
import { clockNow } from '../../../mocks/deck/session-clock.ts'
import { verbOf } from '../../../mocks/deck/verb-of.ts'

test.for<[number, string]>([
  [0, '0 ms'],
  [1, '1 ms'],
  [1000, '00:01'],
  [1001, '00:02'],
  [899_999, '15:00'],
  [900_000, '15:00'],
  [3_600_000, '1:00:00'],
  [86_399_000, '23:59:59'],
  [86_400_000, '1 d'],
  [-5, '0 ms'],
])('%d ms remain as %s', ([ms, wanted]) => {
  expect(remaining(ms)).toBe(wanted)
})

describe('a link', () => {
  const link = { from: 1000, until: 11_000 }
  it.for<[Lifetime, number, string]>([
    [link, 999, 'ahead'],
    [link, 1000, 'live'],
    [link, 8999, 'live'],
    [link, 9000, 'dying'],
    [link, 10_999, 'dying'],
    [link, 11_000, 'dead'],
    [{ ...link, diesAt: 6000 }, 6000, 'dead'],
    [{ ...link, diesAt: 6000 }, 5999, 'dying'],
    [{ from: 1000 }, 1e12, 'live'],
  ])('%j is at %d %s', ([bar, now, wanted]) => {
    expect(lifeOf(bar, now)).toBe(wanted)
  })

  it('ends when storage stops taking it, whatever it says itself', () => {
    expect([endOf({ ...link, diesAt: 6000 }), endOf(link), endOf({ from: 1, diesAt: 5 })]).toEqual([
      6000, 11_000, 5,
    ])
  })
})

test('a running clock goes on between two tellings, a frozen one does not', () => {
  const heard = { now: 1000, speed: 60, heardAt: 5 }
  expect(clockNow({ ...heard, mode: 'running' }, 1005)).toBe(61_000)
  expect(clockNow({ ...heard, mode: 'frozen' }, 1005)).toBe(1000)
  expect(clockNow({ ...heard, mode: 'running' }, 0)).toBe(1000)
})

test.for<[string, readonly string[]]>([
  ['15m', ['advance', '15m']],
  ['+1h30m', ['advance', '1h30m']],
  [' - 10s', ['rewind', '10s']],
  ['−10s', ['rewind', '10s']],
  ['2026-01-31T09:00:00Z', ['set', '2026-01-31T09:00:00Z']],
  ['1769850000000', ['set', '1769850000000']],
  ['tomorrow', ['set', 'tomorrow']],
])('%j moves the clock by %j', ([words, wanted]) => {
  expect(verbOf(words)).toEqual(wanted)
})
