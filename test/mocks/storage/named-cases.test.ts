import { describe, expect, test } from 'vitest'
import { differences, verdictOf } from './named-case.ts'
import { namedCases } from './named-cases.ts'

describe.each(namedCases)('storage answers to $suite', ({ cases }) => {
  test.each(cases.filter(({ cannot }) => cannot === undefined))('$name: $does', ({ asks }) => {
    expect(asks.length).toBeGreaterThan(0)
    expect(asks.flatMap(([attempt, wanted]) => differences(attempt, wanted))).toEqual([])
  })

  test('and says why not, where a test cannot apply', () => {
    for (const one of cases.filter(({ cannot }) => cannot !== undefined)) {
      expect(one.cannot).not.toBe('')
      expect(one.asks).toEqual([])
    }
  })

  test('and names no test twice', () => {
    const names = cases.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('a case', () => {
  const right = [[{}, { status: 200 }]] as const
  const wrong = [[{}, { status: 403, code: 'AccessDenied' }]] as const
  test.each([
    ['as named', { asks: right }],
    ['as AWS does', { asks: right, differs: 'the suite is mistaken' }],
    ['cannot apply', { asks: [], cannot: 'it uploads' }],
    ['FAILS', { asks: wrong }],
    ['FAILS', { asks: [...right, ...wrong], differs: 'the suite is mistaken' }],
  ])('is told to be %s', (verdict, change) => {
    expect(verdictOf({ name: 'a', does: 'b', ...change })).toBe(verdict)
  })
})
