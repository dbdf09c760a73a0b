import { describe, expect, test } from 'vitest'
import { catalogue, chosenRules } from '../../../contracts/catalogue.ts'
import type { RunLine } from '../../../contracts/drivers/observe/run.ts'
import { observe } from '../../../contracts/drivers/observe.ts'
import type { Event } from '../../../contracts/history.ts'
import { exitCode } from '../../../contracts/report.ts'
import { textReport } from '../../../contracts/reporters/text.ts'
import { historyAt, urlOf } from '../rules/a-history.ts'
import { linesOf, runOf } from './observe/watched.ts'

const { api, storage } = historyAt('osvi')
const told = { success: true, data: { call_id: 'c1', recording_url: urlOf(1), expires_in_seconds: 899 } }

const seen = (moments: readonly (readonly Event[])[]): readonly RunLine[] => linesOf(moments.flat())
const judged = (lines: readonly RunLine[], id: string, eachOnce = false) => {
  const { report, unplaced } = observe({ run: runOf(lines), rules: chosenRules([id]).rules, eachOnce })
  return {
    unplaced,
    exit: exitCode(report),
    what: report.findings.map(({ what }) => what),
    ...report.results[0],
  }
}

describe('a run that was only watched', () => {
  test('is judged by the rules that need no more, and says why it is not judged by the others', () => {
    const run = runOf(seen([api(told), storage(urlOf(1))]))
    const { report } = observe({ run, rules: catalogue })
    const kinds = new Map(report.results.map(({ rule, kind }) => [rule, kind]))
    expect([...kinds].filter(([, kind]) => kind === 'passed').map(([rule]) => rule)).toEqual([
      'ask-with-the-vendors-own-key',
      'never-send-the-key-to-storage',
      'use-the-url-byte-for-byte',
      'get-never-head',
    ])
    expect(exitCode(report)).toBe(0)
    const text = textReport(report)
    expect(text).toContain('verify it with an adapter (')
    expect(text).toContain('say --each-once')
    expect(text).toContain('Judged by what was seen on the wire alone, rules ')
  })

  test('fails where a rule is broken, and points at the request', () => {
    const run = runOf(seen([api(told), storage(`${urlOf(1)}&a=1`), storage(`${urlOf(1)}&b=1`)]))
    const { report } = observe({ run, rules: catalogue, client: 'run.jsonl' })
    expect(exitCode(report)).toBe(1)
    const text = textReport(report)
    expect(text).toContain('FAIL  use-the-url-byte-for-byte  MUST   client: run.jsonl   vendor: osvi')
    expect(text).toMatch(/GET url#2.*← here/)
    expect(text).toContain('what was seen, 2 times; this is the first')
  })

  test('is nothing to go by where no vendor was asked anything', () => {
    const { report } = observe({ run: runOf([]), rules: catalogue })
    expect(exitCode(report)).toBe(2)
    expect(report.troubles[0]?.what).toBe('nothing was asked of any vendor in this run')
  })

  test('lays a request for a URL that nobody told at nobody', () => {
    const lines = seen([api(told), storage(urlOf(1)), storage(urlOf(2))])
    expect(judged(lines, 'use-the-url-byte-for-byte')).toMatchObject({
      judged: 1,
      kind: 'passed',
      unplaced: 1,
    })
  })

  test('keeps parallel users apart', () => {
    const other = (line: RunLine): RunLine => ({ ...line, sandbox: 'ann' })
    const lines = [...seen([api(told)]), ...seen([storage(urlOf(1))]).map(other)]
    expect(judged(lines, 'get-never-head')).toMatchObject({ kind: 'skipped', unplaced: 1 })
    expect(judged([...lines, ...seen([api(told)]).map(other)], 'get-never-head').unplaced).toBe(1)
    const both = [...seen([api(told)]).map(other), ...lines]
    expect(judged(both, 'get-never-head')).toMatchObject({ kind: 'passed', judged: 1, unplaced: 0 })
  })
})

describe('its asks', () => {
  const missing = { at: 0, status: 404 }
  const twice = seen([api('{}', missing), api('{}', { ...missing, at: 5000 })])

  test('are not guessed', () => {
    expect(judged(twice, 'retry-only-what-may-pass')).toMatchObject({
      kind: 'skipped',
      reason: expect.stringContaining('--each-once'),
      exit: 2,
    })
  })

  test('are one for each recording where that is said', () => {
    expect(judged(twice, 'retry-only-what-may-pass', true)).toMatchObject({
      kind: 'failed',
      what: ['it asked again after 404'],
    })
    expect(judged(twice.slice(0, 3), 'retry-only-what-may-pass', true)).toMatchObject({ kind: 'passed' })
  })
})

describe('its time', () => {
  const { api: quo } = historyAt('quo')
  const limited = { status: 429, answerHeaders: { 'retry-after': '30' } }
  /** Told to wait half a minute, and asked again: when, by the world's clock and really. */
  const again = (worldMs: number, realMs: number): readonly RunLine[] => {
    const [first, second] = [seen([quo('{}', limited)]), seen([quo({ data: [] }, { at: worldMs })])]
    return [...first, ...second.map((line) => ({ ...line, realMs }))]
  }

  test.for<[string, number, number, string]>([
    ['passes on both clocks', 30_000, 30_000, 'passed'],
    ['is moved on for the app', 30_000, 5, 'passed'],
    ['stands still while the app waits', 0, 30_000, 'passed'],
    ['is turned back while the app waits', -60_000, 30_000, 'passed'],
    ['passes too little on both clocks', 29_999, 29_999, 'failed'],
    ['stands still, and nobody waits', 0, 5, 'failed'],
  ])('%s', ([, worldMs, realMs, kind]) => {
    expect(judged(again(worldMs, realMs), 'wait-as-told', true).kind).toBe(kind)
  })
})
