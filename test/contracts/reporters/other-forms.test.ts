import { describe, expect, test } from 'vitest'
import type { Report } from '../../../contracts/report.ts'
import { badge } from '../../../contracts/reporters/badge.ts'
import { clientFile } from '../../../contracts/reporters/client-file.ts'
import { github } from '../../../contracts/reporters/github.ts'
import { reporters } from '../../../contracts/reporters/index.ts'
import { json } from '../../../contracts/reporters/json.ts'
import { jobSummary, markdownReport } from '../../../contracts/reporters/markdown.ts'
import { aFinding, aReport } from '../support/a-report.ts'

const { troubles: _troubles, shortfalls: _shortfalls, ...calm } = aReport
const of = (...kinds: readonly Report['results'][number]['kind'][]): Report => ({
  ...calm,
  troubles: [],
  results: kinds.map((kind) => ({ rule: 'a', vendor: 'quo', level: 'must', kind, judged: 1, cases: 1 })),
})

describe('annotations for GitHub', () => {
  const lines = github.render([aReport], { clientArgument: './a,b.ts' }).split('\n')

  test('are a line each, whatever the story holds', () => {
    expect(lines.map((line) => line.slice(0, 40))).toEqual([
      '::error file=a%2Cb.ts,title=never-hand-o',
      '::warning file=a%2Cb.ts,title=b-rule at ',
      '::notice title=playhead NOTE::Rules on t',
      '::error title=playhead GATE::4 rules wer',
      '::error title=playhead ERROR::osvi: time',
      '::notice title=playhead::hoarder: 1 pass',
    ])
    expect(lines[0]).toContain('%0A')
  })

  test('cannot be made to command the runner', () => {
    const what = 'it said\n::set-env name=PATH::/tmp\r\n100%\r%'
    const [first, ...rest] = github
      .render([{ ...aReport, findings: [{ ...aFinding, what }] }], {})
      .split(/[\r\n]/)
    expect(first).toContain('it said%0A::set-env name=PATH::/tmp%0A100%25\\u000d%25')
    expect(rest.some((line) => line.startsWith('::set-env'))).toBe(false)
  })
})

describe('Markdown', () => {
  const text = markdownReport(aReport, { caseFile: () => '.playhead/a.json' })

  test('has the verdict, the stories and the table', () => {
    expect(text).toContain('**1 passed, 1 failed, 1 warned, 1 known, 1 skipped, 1 incomplete.** 500 cases')
    expect(text).toContain('### ❌ never-hand-out-a-dead-url at osvi')
    expect(text).not.toContain('get-never-head at osvi')
    expect(text).toContain('| never-hand-out-a-dead-url |  | ❌ **failed** |')
    expect(text).toContain('playhead replay .playhead/a.json')
    expect(text).toContain('> **NOTE** Rules on time are &lt;advisory&gt;.')
  })

  test('takes nothing a client said as markup', () => {
    const client = 'a <img src=x> | `b` **c**'
    expect(markdownReport({ ...aReport, client })).toContain(
      '## Playhead: a &lt;img src=x&gt; \\| \\`b\\` \\*\\*c\\*\\*',
    )
    const what = 'ended by ```` here'
    expect(markdownReport({ ...aReport, findings: [{ ...aFinding, what }] })).toContain('\n`````text\n')
  })

  test('leaves the stories out of a summary that would be refused', () => {
    const long = { ...aFinding, what: 'x'.repeat(600_000) }
    const summary = jobSummary([
      { ...aReport, findings: [long] },
      { ...aReport, findings: [long] },
    ])
    expect(summary.length).toBeLessThan(10_000)
    expect(summary).toContain('❌ **failed**')
    expect(jobSummary([aReport])).toContain('← here')
  })
})

test.each<[string, Report, string, string]>([
  ['all is kept', of('passed', 'passed', 'skipped'), '2/2 rules', 'brightgreen'],
  ['a SHOULD is broken', of('passed', 'warned'), '1/2 rules', 'yellow'],
  ['a MUST is broken', of('passed', 'failed'), '1 broken', 'red'],
  ['nothing was judged', of('skipped'), 'incomplete', 'lightgrey'],
  ['too little was judged', { ...of('passed'), shortfalls: aReport.shortfalls ?? [] }, 'gate failed', 'red'],
])('a badge where %s', (_what, report, message, color) => {
  expect(JSON.parse(badge.render([report], {}))).toEqual({
    schemaVersion: 1,
    label: 'playhead',
    message,
    color,
    isError: color === 'red',
  })
})

test('several reports as JSON are an array, one is itself', () => {
  expect(JSON.parse(json.render([aReport, aReport], {}))).toHaveLength(2)
  expect(JSON.parse(json.render([aReport], {}))).toMatchObject({ client: 'hoarder', exit: 1 })
})

test('no form carries a key or a signature, or breaks on a strange outcome', () => {
  const { history } = aFinding
  const events = history.events.map((event) =>
    event.kind === 'answered' ? { ...event, outcome: JSON.parse('{"kind":"playable"}') } : event,
  )
  const strange = { ...aReport, findings: [{ ...aFinding, history: { ...history, events } }] }
  for (const [name, { render }] of Object.entries(reporters))
    expect(render([strange], {}), name).not.toMatch(/X-Amz-Signature=[0-9a-f]{64}/)
})

test.each([
  ['./test/adapter.ts', 'test/adapter.ts'],
  ['adapter.mjs', 'adapter.mjs'],
  ['/abs/adapter.ts', undefined],
  ['../adapter.ts', undefined],
  ['builtin:reference', undefined],
  ['@acme/client', undefined],
  [undefined, undefined],
])('the file of the client %j is %j', (argument, file) => {
  expect(clientFile(argument)).toBe(file)
})
