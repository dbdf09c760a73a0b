import { expect, test } from 'vitest'
import { addCounts, grouped, median, percentile } from '../../bench/statistics.ts'

test.for<[readonly number[], number, number]>([
  [[], 0.5, 0],
  [[7], 0.5, 7],
  [[7], 0.95, 7],
  [[5, 1, 3], 0.5, 3],
  [[4, 1, 3, 2], 0.5, 2],
  [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.9, 9],
  [Array.from({ length: 20 }, (_, index) => index + 1), 0.95, 19],
  [[1, Number.POSITIVE_INFINITY], 1, Number.POSITIVE_INFINITY],
])('of %j the share %d is not above %d', ([values, share, wanted]) => {
  expect(percentile(values, share)).toBe(wanted)
})

test('the median is the value in the middle, and of two the lower', () => {
  expect([median([3, 1, 2]), median([4, 3, 2, 1])]).toEqual([2, 2])
})

test('counts are added by name', () => {
  expect(addCounts([{ a: 1, b: 2 }, {}, { b: 3 }])).toEqual({ a: 1, b: 5 })
})

test('numbers are grouped the same everywhere', () => {
  expect(grouped(1_234_567)).toBe('1,234,567')
})
