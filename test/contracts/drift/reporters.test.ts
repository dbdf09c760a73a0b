import { describe, expect, test } from 'vitest'
import { compareDocuments } from '../../../contracts/drift/compare-documents.ts'
import { checkDocument } from '../../../contracts/drift/document/check-document.ts'
import type { DriftReport } from '../../../contracts/drift/drift-report.ts'
import { driftReporters } from '../../../contracts/drift/reporters/index.ts'
import { driftExitCode, worstIn } from '../../../contracts/drift/verdict.ts'
import { noPaint } from '../../../contracts/reporters/paint.ts'
import { answers, object, text } from './pairs/pair.ts'

const compared = (base: object, head: object) =>
  compareDocuments(
    checkDocument(JSON.parse(JSON.stringify(base)), 'base'),
    checkDocument(JSON.parse(JSON.stringify(head)), 'head'),
  )

const hostile = '</script><b>|`%\n::error::'
const comparison = compared(
  answers(object({ url: text, [hostile]: text }, 'url')),
  answers(object({ url: { type: ['string', 'null'] } }, 'url')),
)
const [gone] = comparison.changes.filter(({ rule }) => rule === 'response-optional-property-removed')
if (!gone) throw new Error('nothing is gone')

const report: DriftReport = {
  failOn: 'breaking',
  subjects: [
    {
      vendor: 'acme',
      base: 'specs/acme/openapi.yaml',
      head: 'https://acme.test/page',
      comparison,
      accepted: [{ change: gone, reason: 'nobody reads it', until: '2027-01-31' }],
      problems: ['an entry is stale'],
    },
  ],
}

const told = (name: string): string => driftReporters[name]?.render(report, { paint: noPaint }) ?? ''

describe('drift is told', () => {
  test('by every reporter, with the rule, the grade and what a problem is', () => {
    for (const name of ['text', 'json', 'markdown', 'html', 'github']) {
      expect(told(name), name).toContain('response-became-nullable')
      expect(told(name), name).toContain('breaking')
      expect(told(name), name).toContain('an entry is stale')
    }
  })

  test('in HTML that runs nothing a vendor wrote', () => {
    expect(told('html')).not.toContain(hostile)
    expect(told('html')).toContain('&lt;/script&gt;&lt;b&gt;')
    expect(told('html')).toContain('default-src &#39;none&#39;')
    expect(told('html')).not.toContain('<script')
  })

  test('in annotations of one line each', () => {
    const lines = told('github').split('\n')
    expect(lines.every((line) => /^::(error|warning|notice) /.test(line))).toBe(true)
    expect(lines[0]).toMatch(
      /^::error file=specs\/acme\/openapi.yaml,title=acme%3A breaking%3A response-became-nullable::/,
    )
  })

  test('in a table whose cells a vendor cannot break', () => {
    const rows = told('markdown')
      .split('\n')
      .filter((line) => line.startsWith('| risky'))
    expect(rows).toHaveLength(1)
    expect(rows[0]?.replaceAll('\\|', '').match(/\|/g)).toHaveLength(7)
  })

  test('in SARIF with stable fingerprints, accepted changes suppressed', () => {
    const { runs } = JSON.parse(told('sarif'))
    const [{ results, tool }] = runs
    expect(
      results.map(({ level, suppressions }: { level: string; suppressions?: unknown }) => [
        level,
        suppressions !== undefined,
      ]),
    ).toEqual([
      ['error', false],
      ['warning', false],
      ['warning', true],
    ])
    for (const { ruleId, ruleIndex, partialFingerprints } of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
      expect(Object.values(partialFingerprints)).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)])
    }
  })

  test('by an exit code: of the worst, and of a stale list', () => {
    expect(worstIn(report)).toBe('breaking')
    expect(driftExitCode(report)).toBe(1)
    const calm = {
      ...report,
      subjects: report.subjects.map((one) => ({
        ...one,
        comparison: compared(answers(text), answers(text)),
      })),
    }
    expect(driftExitCode(calm)).toBe(1)
    expect(driftExitCode({ ...calm, subjects: calm.subjects.map((one) => ({ ...one, problems: [] })) })).toBe(
      0,
    )
  })
})
