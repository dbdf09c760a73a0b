import { describe, expect, test } from 'vitest'
import type { Finding, Report } from '../../../contracts/report.ts'
import { jsonReport } from '../../../contracts/reporters/json.ts'
import { ansiPaint } from '../../../contracts/reporters/paint.ts'
import { storyOf } from '../../../contracts/reporters/story.ts'
import { storyText } from '../../../contracts/reporters/story-text.ts'
import { findingText, textReport } from '../../../contracts/reporters/text.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import type { Step } from '../../../contracts/step.ts'
import { hoarder, plain } from '../support/clients.ts'
import { download, look, pass, smallCase, toLinkEnd, trouble, vendorOf } from '../support/small-case.ts'

const osvi = vendorOf('osvi')
const hoard = smallCase([look(), toLinkEnd(), look()])
const history = await runCase(hoard, osvi, hoarder)

const finding: Finding = {
  rule: 'never-hand-out-a-dead-url',
  vendor: 'osvi',
  level: 'must',
  says: 'A playable outcome carries a URL that still plays when it is returned.',
  what: 'it handed out a URL that died at this instant',
  allowed: 'playable with a URL alive at 00:15:00.000',
  foundBy: 'case 7 of seed 1',
  needed: ['without the clock step it passes', '1 ms earlier it passes'],
  case: hoard,
  history,
  event: history.events.length - 1,
}

const report: Report = {
  playhead: 1,
  rules: '1.0.0',
  client: 'hoarder',
  vendors: ['quo', 'osvi'],
  transport: 'direct',
  seed: 1,
  cases: 1,
  witnesses: true,
  results: [
    { rule: 'a-rule', vendor: 'quo', level: 'must', kind: 'passed', judged: 12, cases: 3 },
    { rule: 'a-rule', vendor: 'osvi', level: 'must', kind: 'failed', judged: 3, cases: 1 },
    { rule: 'b-rule', vendor: 'quo', level: 'should', kind: 'warned', judged: 1, cases: 1 },
    {
      rule: 'b-rule',
      vendor: 'osvi',
      level: 'should',
      kind: 'skipped',
      judged: 0,
      cases: 0,
      reason: 'it has no logs',
    },
  ],
  findings: [finding],
  troubles: [],
}

describe('a finding in words', () => {
  test('reads as one story, with the place marked', () => {
    const options = { caseFile: () => '.playhead/x-7f3a21.json', clientArgument: './adapter.ts' }
    expect(findingText(finding, options).split('\n')).toEqual([
      'FAIL  never-hand-out-a-dead-url  MUST   client: hoarder   vendor: osvi',
      '      A playable outcome carries a URL that still plays when it is returned.   docs/rules/never-hand-out-a-dead-url.md',
      '  virtual time  who     what',
      '  00:00:00.000  world   c1 is completed',
      '  00:00:00.000  client  getRecording(c1)   GET /v1/call/c1/recording → 200, url#1 until 00:15:00.000   → playable url#1',
      '  00:15:00.000  world   the link of c1 ends',
      '  00:15:00.000  client  getRecording(c1)   (no request)   → playable url#1   ← here',
      '  Wrong here    it handed out a URL that died at this instant',
      '  Allowed here  playable with a URL alive at 00:15:00.000',
      '  Needed        without the clock step it passes; 1 ms earlier it passes',
      '  Found by      case 7 of seed 1',
      '  Replay        playhead replay .playhead/x-7f3a21.json --client ./adapter.ts',
      '  See it        playhead mock --case .playhead/x-7f3a21.json',
      '  Accept        playhead baseline add .playhead/x-7f3a21.json --issue URL --until DATE',
    ])
  })

  test('is a warning where the rule is a SHOULD', () => {
    expect(findingText({ ...finding, level: 'should' })).toMatch(
      /^WARN {2}never-hand-out-a-dead-url {2}SHOULD/,
    )
  })

  test('is coloured only where that is asked for', () => {
    expect(findingText(finding)).not.toContain('\u001b[')
    expect(findingText(finding, { paint: ansiPaint })).toContain('\u001b[31mFAIL\u001b[39m')
  })
})

test('a client’s own words are told, and obeyed by no terminal', () => {
  const words = '\u001b[2J\u009b31m'
  const shouting = { ...finding, what: `it said ${words}`, history: { ...history, client: words } }
  const given = { ...report, client: words, findings: [shouting], notes: [words] }
  for (const told of [findingText(shouting), textReport(given), storyText(shouting)]) {
    expect(told).toContain('\\u001b[2J\\u009b31m')
    expect([...told].filter((sign) => words.includes(sign) && sign < ' ')).toEqual([])
  }
  expect(textReport(given, { paint: ansiPaint, caseFile: (one) => `${one === shouting}` })).toContain(
    'playhead replay true',
  )
})

describe('a story', () => {
  const tell = async (steps: readonly Step[], client = plain) => {
    const told = await runCase(smallCase(steps), osvi, client)
    return storyOf(told, told.events.length).map(([time, who, what]) => `${time} ${who} ${what}`)
  }

  test('tells requests of their own lines where there are several', async () => {
    expect(await tell([download({ from: 1000 })])).toEqual([
      '00:00:00.000 world c1 is completed',
      '00:00:00.000 client download(c1, from byte 1000)',
      '00:00:00.000 client   GET /v1/call/c1/recording → 200, url#1 until 00:15:00.000',
      expect.stringMatching(/^00:00:00\.000 client {3}GET url#1 → 206, bytes 1000–\d+ of \d+$/),
      expect.stringMatching(/^00:00:00\.000 client → downloaded \d+ bytes from 1000, audio\/mpeg$/),
    ])
  })

  test('tells a late answer where it comes', async () => {
    const steps: Step[] = [
      { do: 'hold', role: 'api' },
      look({ overlap: true }),
      pass(1000),
      { do: 'deliver' },
    ]
    expect(await tell(steps)).toEqual([
      '00:00:00.000 world c1 is completed',
      '00:00:00.000 world the next api answer is kept back',
      '00:00:00.000 client getRecording(c1)',
      '00:00:00.000 client   GET /v1/call/c1/recording → …',
      '00:00:01.000 client   the answer to GET /v1/call/c1/recording: 200, url#1 until 00:15:00.000',
      '00:00:01.000 client → playable url#1',
    ])
  })

  test('tells trouble, hangs and strange ids', async () => {
    const steps = [trouble({ kind: 'silence' }, 'api', 1), look(), look({ id: 'a/b' })]
    expect(await tell(steps)).toEqual([
      '00:00:00.000 world c1 is completed',
      '00:00:00.000 world no answer at all for the next api request',
      '00:00:00.000 client getRecording(c1)',
      '00:00:00.000 client   GET /v1/call/c1/recording → unanswered',
      '00:00:00.000 client → never answers',
      '00:00:00.000 client getRecording(c1 as "a/b")   GET /v1/call/a%2Fb/recording → 422   → invalid-request ["id must be a UUID"]',
    ])
  })
})

describe('a whole report in words', () => {
  const text = textReport(report)

  test('shows how often each rule was judged, by vendor', () => {
    expect(text).toContain(
      [
        'rule           quo        osvi',
        'a-rule          12      FAILED',
        'b-rule      warned     skipped',
      ].join('\n'),
    )
  })

  test('says why something was skipped', () => {
    expect(text).toContain('Skipped:\n  osvi: it has no logs (b-rule)')
  })

  test('ends with the verdict, and says that warnings fail nothing', () => {
    expect(text.split('\n').at(-1)).toBe(
      'hoarder: 1 passed, 1 failed, 1 warned, 1 skipped. 1 case for each vendor from seed 1, rules 1.0.0. Warnings are broken SHOULDs; they fail nothing.',
    )
  })

  test('tells a broken adapter apart', () => {
    const broken = {
      ...report,
      troubles: [{ vendor: 'quo', kind: 'broken-adapter' as const, what: 'it threw' }],
    }
    expect(textReport(broken)).toContain(
      'ERROR  quo: it threw. The adapter looks broken rather than the client',
    )
  })
})

describe('a report as JSON', () => {
  test('carries its version, its exit code and the case files', () => {
    const json = JSON.parse(jsonReport(report, () => 'a.json'))
    expect(json).toMatchObject({ playhead: 1, exit: 1, findings: [{ file: 'a.json', rule: finding.rule }] })
    expect(json.results).toEqual(report.results)
  })
})
