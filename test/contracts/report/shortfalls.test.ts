import { describe, expect, test } from 'vitest'
import { withShortfalls } from '../../../contracts/report/shortfalls.ts'
import { exitCode, type Report, type Result, type ResultKind } from '../../../contracts/report.ts'
import { aReport } from '../support/a-report.ts'

const result = (rule: string, kind: ResultKind): Result => ({
  rule,
  vendor: 'osvi',
  level: 'must',
  kind,
  judged: 1,
  cases: 1,
  reason: 'the client has no download()',
})
const { shortfalls: _none, ...plain } = aReport
const reportWith = (...results: readonly Result[]): Report => ({
  ...plain,
  results,
  findings: [],
  troubles: [],
})

const now = reportWith(result('a', 'passed'), result('b', 'skipped'), result('c', 'known'))
const rules = ['a', 'b', 'c', 'd']

describe('less judged than has to be', () => {
  test('is nothing where nothing was said of it', () => {
    expect(withShortfalls(now, { rules })).toBe(now)
  })

  test.each([
    [2, 0],
    [3, 1],
  ])('--min-rules %i of two judged exits with %i', (minRules, exit) => {
    expect(exitCode(withShortfalls(now, { minRules, rules }))).toBe(exit)
  })

  test.each<[string, readonly Result[], readonly string[]]>([
    ['judged then and skipped now', [result('b', 'passed')], ['b']],
    ['broken then and skipped now', [result('b', 'failed')], ['b']],
    ['judged then and left out now', [result('d', 'passed')], ['d']],
    ['skipped then and now', [result('b', 'skipped')], []],
    ['judged then and now', [result('a', 'passed'), result('c', 'passed')], []],
    ['judged then, and no rule any more', [result('gone', 'passed')], []],
  ])('%s', (_what, before, lost) => {
    const held = withShortfalls(now, { against: reportWith(...before), rules })
    expect(held.shortfalls?.map(({ rule }) => rule)).toEqual(lost)
    expect(exitCode(held)).toBe(lost.length > 0 ? 1 : 0)
  })

  test('says why', () => {
    const held = withShortfalls(now, { against: reportWith(result('b', 'passed')), rules })
    expect(held.shortfalls?.[0]?.what).toBe(
      'b at osvi was judged the last time, and is not now: the client has no download()',
    )
  })
})
