import { describe, expect, test } from 'vitest'
import type { ClientModule } from '../../../contracts/client.ts'
import { mergeReports } from '../../../contracts/report/merge.ts'
import { parseReport } from '../../../contracts/report/schema.ts'
import { exitCode, type Report } from '../../../contracts/report.ts'
import { jsonReport } from '../../../contracts/reporters/json.ts'
import { rules } from '../../../contracts/rules/index.ts'
import { dealtTo, isDealtTo } from '../../../contracts/verify/campaign.ts'
import { verify } from '../../../contracts/verify.ts'
import { hoarder, plain } from '../support/clients.ts'
import { vendorOf } from '../support/small-case.ts'

const chosen = rules.filter(({ id }) => /^(never-hand-out|get-never-head|stop-when|read-the-life)/.test(id))
const options = { vendors: [vendorOf('osvi')], rules: chosen, cases: 22 }

/** The reports of all shards, as they come back from files. */
const shardsOf = async (client: ClientModule, of: number): Promise<readonly Report[]> => {
  const reports: Report[] = []
  for (let index = 1; index <= of; index++) {
    const report = await verify({ ...options, client, shard: { index, of } })
    reports.push(parseReport(JSON.parse(jsonReport(report))))
  }
  return reports
}

const whole = await verify({ ...options, client: plain })
const shards = await shardsOf(plain, 3)
const [first, second, third] = shards
if (!first || !second || !third) throw new Error('there are three shards')

describe('a campaign cut into shards', () => {
  test.each([1, 2, 3, 7, 40])('deals every case to exactly one of %i', (of) => {
    const all = Array.from({ length: of }, (_, index) => ({ index: index + 1, of }))
    for (let nth = 0; nth < 22; nth++) expect(all.filter((shard) => isDealtTo(shard, nth))).toHaveLength(1)
    expect(all.map((shard) => dealtTo(shard, 22)).reduce((sum, one) => sum + one)).toBe(22)
  })

  test('finds together exactly what one run finds', () => {
    expect(mergeReports(shards)).toEqual(whole)
    expect(mergeReports([third, first, second])).toEqual(whole)
    expect(whole.results.some(({ kind }) => kind === 'passed')).toBe(true)
    expect(Math.max(...shards.map(({ results }) => results[0]?.judged ?? 0))).toBeLessThan(
      whole.results[0]?.judged ?? 0,
    )
  })

  test('keeps the smallest case of each broken rule, and is broken where one shard is', async () => {
    const report = await verify({ ...options, client: hoarder, cases: 0 })
    const [finding] = report.findings
    if (!finding) throw new Error('a hoarder is caught by its witness')
    const steps = [...finding.case.steps, ...finding.case.steps]
    const longer = { ...finding, case: { ...finding.case, steps } }
    const passed = report.results.map((one) => ({ ...one, kind: 'passed' as const, judged: 1 }))
    const of = (index: number, more: Partial<Report>) => ({ ...report, shard: { index, of: 3 }, ...more })
    const merged = mergeReports([
      of(1, { findings: [longer] }),
      of(2, { findings: [finding] }),
      of(3, { findings: [], results: passed }),
    ])
    expect(merged.findings).toEqual([finding])
    expect(merged.results.map(({ kind }) => kind)).toContain('failed')
    expect(exitCode(merged)).toBe(1)
  })

  test('is incomplete where a shard is missing', () => {
    const merged = mergeReports([first, third])
    expect(merged.troubles).toEqual([{ vendor: 'osvi', kind: 'incomplete', what: 'shard 2 of 3 is missing' }])
    expect(merged.results.some(({ kind }) => kind === 'passed')).toBe(false)
    expect(exitCode(merged)).toBe(2)
  })

  test('breaks again what a baseline excused in a shard, for the whole to be judged by it', () => {
    const results = first.results.map((result, index) =>
      index === 0 ? { ...result, kind: 'known' as const, reason: 'issue 7' } : result,
    )
    const excused = { ...first, results, baseline: [] }
    const merged = mergeReports([excused, second, third])
    expect(merged.results[0]).toMatchObject({ kind: 'failed', judged: whole.results[0]?.judged })
    expect(merged).not.toHaveProperty('baseline')
  })

  test('is not red for a shard that had nothing to judge', () => {
    const results = first.results.map((result) => ({ ...result, kind: 'skipped' as const }))
    expect(exitCode({ ...first, results })).toBe(0)
    expect(exitCode(mergeReports([first, second, third].map((one) => ({ ...one, results }))))).toBe(2)
  })

  test.each<[string, readonly Report[]]>([
    ['another seed', [first, { ...second, seed: 2 }]],
    ['another client', [first, { ...second, client: 'another' }]],
    ['other rules', [first, { ...second, rules: '2.0.0' }]],
    ['another list of rules', [first, { ...second, results: second.results.slice(1) }]],
    ['other vendors', [first, { ...second, vendors: ['quo'] }]],
    ['another transport', [first, { ...second, transport: 'loopback' }]],
    ['another number of cases', [first, { ...second, cases: 5 }]],
    ['no witnesses', [first, { ...second, witnesses: false }]],
    ['another number of shards', [first, { ...second, shard: { index: 2, of: 4 } }]],
    ['the same twice', [first, first]],
    ['a whole one', [first, whole]],
    ['none', []],
  ])('is refused for %s', (_why, reports) => {
    expect(() => mergeReports(reports)).toThrow(expect.objectContaining({ code: 'unlike-shards' }))
  })
})
