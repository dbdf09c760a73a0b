import { describe, expect, test } from 'vitest'
import { judgedBy } from '../../contracts/baseline/judged-by.ts'
import { baselineProblems } from '../../contracts/baseline/problems.ts'
import { emptyBaseline, type Known, parseBaseline, withKnown } from '../../contracts/baseline.ts'
import { exitCode, type Report, type Result, type ResultKind } from '../../contracts/report.ts'
import { rules } from '../../contracts/rules/index.ts'
import { vendors } from '../../mocks/vendors/index.ts'

const today = '2026-11-21'
const setting = { rules, vendors, today }
const issue = 'https://example.com/issues/7'
const known = (given: Partial<Known> = {}): Known => ({
  rule: 'final-is-final',
  vendor: 'quo',
  reason: 'client',
  issue,
  until: '2027-01-31',
  ...given,
})
const baseline = (...entries: readonly Known[]) => ({ ...emptyBaseline, known: entries })

const result = (kind: ResultKind, rule = 'final-is-final', vendor = 'quo'): Result => ({
  rule,
  vendor,
  level: kind === 'warned' ? 'should' : 'must',
  kind,
  judged: 1,
  cases: 1,
})
const report = (...results: readonly Result[]): Report => ({
  playhead: 1,
  rules: '1.0.0',
  client: 'ours',
  vendors: ['quo'],
  transport: 'direct',
  seed: 1,
  cases: 1,
  witnesses: true,
  results: [result('passed', 'escape-the-id'), ...results],
  findings: [],
  troubles: [],
})
const judged = (given: Report, ...entries: readonly Known[]) => {
  const { results, baseline: problems = [], ...rest } = judgedBy(given, baseline(...entries), setting)
  const kinds = results.slice(1).map(({ kind }) => kind)
  return {
    kinds,
    problems: problems.map(({ kind }) => kind),
    exit: exitCode({ ...rest, results, baseline: problems }),
  }
}

describe('a baseline', () => {
  test('excuses a known failure, and no other', () => {
    expect(judged(report(result('failed')), known())).toEqual({ kinds: ['known'], problems: [], exit: 0 })
    const two = report(result('failed'), result('failed', 'escape-the-id', 'osvi'))
    expect(judged(two, known())).toEqual({ kinds: ['known', 'failed'], problems: [], exit: 1 })
  })

  test('says where a known failure is followed up, and until when', () => {
    const { results } = judgedBy(report(result('failed')), baseline(known()), setting)
    expect(results.at(-1)?.reason).toBe(`${issue} until 2027-01-31`)
  })

  test('excuses a warning as well', () => {
    expect(judged(report(result('warned')), known()).kinds).toEqual(['known'])
  })

  test('fails the run when a known failure passes', () => {
    expect(judged(report(result('passed')), known())).toEqual({
      kinds: ['passed'],
      problems: ['passes'],
      exit: 1,
    })
  })

  test('fails the run when an entry matches nothing', () => {
    for (const one of [
      known({ rule: 'final-is-finale' }),
      known({ vendor: 'qou' }),
      known({ vendor: 'voqo', rule: 'get-never-headed' }),
    ])
      expect(judged(report(), one)).toMatchObject({ problems: ['unmatched'], exit: 1 })
  })

  test('excuses nothing after its day, and says so', () => {
    const last = known({ until: today })
    expect(judged(report(result('failed')), last)).toEqual({ kinds: ['known'], problems: [], exit: 0 })
    const over = known({ until: '2026-11-20' })
    expect(judged(report(result('failed')), over)).toEqual({
      kinds: ['failed'],
      problems: ['ended'],
      exit: 1,
    })
    expect(judged(report(result('passed')), over)).toEqual({
      kinds: ['passed'],
      problems: ['ended'],
      exit: 1,
    })
  })

  test('leaves alone what this run did not judge', () => {
    expect(judged(report(), known({ rule: 'escape-the-id', vendor: 'osvi' }))).toEqual({
      kinds: [],
      problems: [],
      exit: 0,
    })
    expect(judged(report(result('skipped')), known())).toEqual({ kinds: ['skipped'], problems: [], exit: 0 })
    expect(judged(report(result('incomplete')), known()).problems).toEqual([])
  })

  test('leaves other clients alone', () => {
    const theirs = known({ client: 'theirs' })
    expect(judged(report(result('failed')), theirs)).toEqual({ kinds: ['failed'], problems: [], exit: 1 })
    expect(judged(report(result('failed')), known({ client: 'ours' })).kinds).toEqual(['known'])
  })

  test('takes a pattern; one failure among those it matches is enough for it to stand', () => {
    const wide = known({ rule: 'final-*', vendor: '*' })
    const some = report(result('failed'), result('passed', 'final-is-final', 'osvi'))
    expect(judged(some, wide)).toEqual({ kinds: ['known', 'passed'], problems: [], exit: 0 })
    expect(judged(report(result('passed')), wide).problems).toEqual(['passes'])
  })

  test('takes no other character of a pattern for more than itself', () => {
    expect(judged(report(), known({ rule: 'final.is.final' })).problems).toEqual(['unmatched'])
  })

  test('can be checked without a run', () => {
    const entries = baseline(known(), known({ until: '2020-01-01' }), known({ rule: 'none' }))
    const problems = baselineProblems(entries, rules, vendors, today)
    expect(problems.map(({ kind }) => kind)).toEqual(['ended', 'unmatched'])
    for (const { cure } of problems) expect(cure).toMatch(/\w/)
  })

  test('holds one entry for one failure', () => {
    const once = withKnown(withKnown(emptyBaseline, known()), known({ until: '2028-01-01' }))
    expect(once.known).toEqual([known({ until: '2028-01-01' })])
    expect(withKnown(once, known({ vendor: 'osvi' })).known).toHaveLength(2)
  })
})

describe('a baseline file', () => {
  test('is read as it was written', () => {
    const given = baseline(known({ client: 'ours', note: 'as agreed' }))
    expect(parseBaseline(JSON.parse(JSON.stringify(given)))).toEqual(given)
  })

  test.each([
    ['another version', { playhead: 2, known: [] }, /playhead/],
    [
      'an entry without an issue',
      { playhead: 1, known: [{ ...known(), issue: undefined }] },
      /known\.0\.issue/,
    ],
    ['an issue that is no link', baseline(known({ issue: 'later' })), /known\.0\.issue is no URL/],
    ['a day that does not exist', baseline(known({ until: '2027-02-30' })), /known\.0\.until/],
    ['a date in words', baseline(known({ until: 'soon' })), /known\.0\.until/],
    ['a field nobody knows', { ...emptyBaseline, colour: 'red' }, /colour/],
    ['no object', 'all fine', /the whole of it/],
  ])('with %s is refused with its cure', (_what, json, message) => {
    const read = () => parseBaseline(json)
    expect(read).toThrow(message)
    expect(read).toThrow(expect.objectContaining({ code: 'bad-baseline', cure: expect.stringMatching(/\w/) }))
  })
})
