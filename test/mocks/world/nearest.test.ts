import { describe, expect, test } from 'vitest'
import { distance, nearest } from '../../../mocks/world/nearest.ts'

describe('distance', () => {
  test.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['expird', 'expired', 1],
    ['kitten', 'sitting', 3],
    ['flaw', 'lawn', 2],
  ])('from %j to %j is %i', (a, b, wanted) => {
    expect(distance(a, b)).toBe(wanted)
    expect(distance(b, a)).toBe(wanted)
  })
})

describe('nearest', () => {
  const names = ['valid', 'expired', 'missing', 'rate-limited']
  test.each([
    ['expird', 'expired'],
    ['vlaid', 'valid'],
    ['ratelimited', 'rate-limited'],
    ['missing', 'missing'],
  ])('to %s is %s', (given, wanted) => {
    expect(nearest(given, names)).toBe(wanted)
  })

  test('takes the first of two as near, and none of none', () => {
    expect(nearest('ac', ['ab', 'ad'])).toBe('ab')
    expect(nearest('anything', [])).toBe('')
  })

  test('looks at the beginning of a text alone: a hostile one costs no more than a line', () => {
    const [beginning, end] = ['x'.repeat(150), 'z'.repeat(1000)]
    expect(nearest('x'.repeat(200) + end, [beginning, end])).toBe(beginning)
    expect(names).toContain(nearest('x'.repeat(1_000_000), names))
  })
})
