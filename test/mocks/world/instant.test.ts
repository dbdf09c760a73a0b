import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkedInstant,
  fromAmzDate,
  fromHttpDate,
  fromIso,
  lastInstant,
  parseInstant,
  toAmzDate,
  toHttpDate,
  toIso,
  toIsoSeconds,
} from '../../../mocks/world/instant.ts'

const nine = 1_769_850_000_000

describe('parseInstant reads', () => {
  test.each([
    ['2026-01-31T09:00:00Z', nine],
    ['2026-01-31T09:00:00.000Z', nine],
    ['2026-01-31T09:00:00.5Z', nine + 500],
    ['2026-01-31T09:00Z', nine],
    ['2026-01-31T09:00', nine],
    ['2026-01-31T09:00:00', nine],
    ['2026-01-31T10:30:00+01:30', nine],
    ['2026-01-31T00:00:00-09:00', nine],
    ['2026-01-31', nine - 9 * 3_600_000],
    ['2024-02-29', Date.UTC(2024, 1, 29)],
    ['1769850000000', nine],
    ['0', 0],
    ['9999-12-31T23:59:59.999Z', lastInstant],
  ])('%s', (text, wanted) => {
    expect(parseInstant(text)).toBe(wanted)
  })
})

describe('parseInstant refuses, naming the value and the cure', () => {
  test.each([
    'tomorow',
    '',
    '2026-02-30',
    '2026-02-30T09:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-13-01',
    '2026-01-31T25:00:00Z',
    '2026-01-31T09:60:00Z',
    '2026-1-31',
    '2026-01-31 09:00',
    '1969-12-31T23:59:59Z',
    '9999-12-31T23:59:59-01:00',
    '999999999999999',
    '1e3',
    '-1',
    '31 Jan 2026',
    'x0',
    '0x',
    '+0',
  ])('%s', (text) => {
    expect(() => parseInstant(text)).toThrow(
      expect.objectContaining({ code: 'bad-instant', cure: expect.stringContaining('2026-01-31T09:00:00Z') }),
    )
  })
})

test('checkedInstant lets instants pass and refuses the rest', () => {
  expect(checkedInstant(nine, 'Cannot set the clock')).toBe(nine)
  for (const value of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, lastInstant + 1])
    expect(() => checkedInstant(value, 'Cannot set the clock')).toThrow(/^Cannot set the clock: /)
  expect(() => parseInstant('999999999999999')).toThrow(/^Cannot read an instant: /)
  expect(() => parseInstant('soon')).toThrow('Cannot read "soon" as an instant')
})

describe('what is written is read again', () => {
  const instants = fc.integer({ min: 0, max: lastInstant })

  test('as ISO 8601, to the millisecond', () => {
    fc.assert(
      fc.property(instants, (at) => {
        expect(fromIso(toIso(at))).toBe(at)
        expect(parseInstant(toIso(at))).toBe(at)
      }),
    )
  })

  test('as ISO 8601, as an HTTP date and as SigV4 writes it, to the second', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const second = Math.floor(at / 1000) * 1000
        expect(fromIso(toIsoSeconds(at))).toBe(second)
        expect(fromHttpDate(toHttpDate(at))).toBe(second)
        expect(fromAmzDate(toAmzDate(at))).toBe(second)
      }),
    )
  })

  test('in exactly these forms', () => {
    expect(toIso(nine + 7)).toBe('2026-01-31T09:00:00.007Z')
    expect(toIsoSeconds(nine + 7)).toBe('2026-01-31T09:00:00Z')
    expect(toHttpDate(nine + 7)).toBe('Sat, 31 Jan 2026 09:00:00 GMT')
    expect(toAmzDate(nine + 7)).toBe('20260131T090000Z')
  })
})

test('what is no date is undefined, never an exception', () => {
  for (const text of ['', 'soon', '2026-99-99T00:00:00Z', '2026-02-30T09:00:00Z', '1969-12-31T00:00:00Z'])
    expect(fromIso(text)).toBeUndefined()
  for (const text of ['', 'soon', 'GMT', '2026-01-31T09:00:00Z', 'Sat, 31 Jan 2026 09:00:00 GMT+0100'])
    expect(fromHttpDate(text)).toBeUndefined()
  for (const text of ['', '20260131', '20261301T000000Z', '20260230T000000Z', '2026-01-31T09:00:00Z'])
    expect(fromAmzDate(text)).toBeUndefined()
  for (const text of ['x20260131T090000Z', '20260131T090000Zx', '20260131T090000'])
    expect(fromAmzDate(text)).toBeUndefined()
})

test('where no zone is given it is UTC, wherever it is read', () => {
  const before = process.env.TZ
  try {
    process.env.TZ = 'Asia/Tokyo'
    expect(parseInstant('2026-01-31T09:00')).toBe(nine)
    expect(parseInstant('2026-01-31')).toBe(nine - 9 * 3_600_000)
  } finally {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
})
