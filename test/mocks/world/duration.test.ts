import { describe, expect, test } from 'vitest'
import { formatDuration, formatElapsed, parseDuration } from '../../../mocks/world/duration.ts'

describe('parseDuration', () => {
  test.each([
    ['15m', 900_000],
    ['90s', 90_000],
    ['1h30m', 5_400_000],
    ['250ms', 250],
    ['1m1ms', 60_001],
    ['2d', 172_800_000],
    ['1w', 604_800_000],
    ['1500', 1500],
    ['0', 0],
    ['0s', 0],
  ])('reads %s', (text, wanted) => {
    expect(parseDuration(text)).toBe(wanted)
  })

  test.each([
    '',
    'm',
    '15 m',
    '-5m',
    '1.5h',
    '15min',
    '5m!',
    'five',
    '999999999999w',
    '-5',
    'm5',
    '1'.repeat(16),
  ])('refuses %s, and names it', (text) => {
    expect(() => parseDuration(text)).toThrow(
      expect.objectContaining({
        code: 'bad-duration',
        act: `Cannot read "${text}" as a duration`,
        cure: expect.stringContaining('15m'),
      }),
    )
  })
})

describe('formatDuration', () => {
  test.each([
    [0, '0 ms'],
    [1, '1 ms'],
    [-1, '−1 ms'],
    [999, '999 ms'],
    [1000, '1 s'],
    [1500, '1.5 s'],
    [59_999, '59.999 s'],
    [60_000, '1 min'],
    [61_000, '1 min 1 s'],
    [900_000, '15 min'],
    [3_600_000, '1 h'],
    [7_500_000, '2 h 5 min'],
    [7_501_000, '2 h 5 min'],
    [86_400_000, '1 d'],
    [93_600_000, '1 d 2 h'],
    [-900_000, '−15 min'],
  ])('writes %i ms as %s', (ms, wanted) => {
    expect(formatDuration(ms)).toBe(wanted)
  })
})

describe('formatElapsed', () => {
  test.each([
    [0, '00:00:00.000'],
    [1, '00:00:00.001'],
    [900_000, '00:15:00.000'],
    [3_599_999, '00:59:59.999'],
    [90_061_001, '25:01:01.001'],
  ])('writes %i ms as %s', (ms, wanted) => {
    expect(formatElapsed(ms)).toBe(wanted)
  })
})
