import type { Finding, Report } from '../../../contracts/report.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { hoarder } from './clients.ts'
import { look, smallCase, toLinkEnd, vendorOf } from './small-case.ts'

const hoard = smallCase([look(), toLinkEnd(), look()])
const history = await runCase(hoard, vendorOf('osvi'), hoarder)

/** A broken rule as a verification finds it. */
export const aFinding: Finding = {
  rule: 'never-hand-out-a-dead-url',
  vendor: 'osvi',
  level: 'must',
  says: 'A playable outcome carries a URL that still plays when it is returned.',
  what: 'it handed out <a URL> that died & "went"',
  allowed: 'playable with a URL alive at 00:15:00.000',
  foundBy: 'case 7 of seed 1',
  needed: ['1 ms earlier it passes'],
  case: hoard,
  history,
  event: history.events.length - 1,
}

/** A report with a result of each kind. */
export const aReport: Report = {
  playhead: 1,
  rules: '1.0.0',
  client: 'hoarder',
  vendors: ['quo', 'osvi'],
  transport: 'direct',
  seed: 1,
  cases: 500,
  witnesses: true,
  results: [
    { rule: 'get-never-head', vendor: 'quo', level: 'must', kind: 'passed', judged: 1200, cases: 3 },
    {
      rule: 'get-never-head',
      vendor: 'osvi',
      level: 'must',
      kind: 'known',
      judged: 2,
      cases: 1,
      reason: 'issue 7',
    },
    { rule: 'never-hand-out-a-dead-url', vendor: 'osvi', level: 'must', kind: 'failed', judged: 3, cases: 1 },
    { rule: 'b-rule', vendor: 'quo', level: 'should', kind: 'warned', judged: 1, cases: 1 },
    {
      rule: 'b-rule',
      vendor: 'osvi',
      level: 'should',
      kind: 'skipped',
      judged: 0,
      cases: 0,
      reason: 'no logs',
    },
    {
      rule: 'c-rule',
      vendor: 'osvi',
      level: 'must',
      kind: 'incomplete',
      judged: 0,
      cases: 0,
      reason: 'time is up',
    },
  ],
  findings: [
    aFinding,
    { ...aFinding, rule: 'b-rule', vendor: 'quo', level: 'should' },
    { ...aFinding, rule: 'get-never-head' },
  ],
  troubles: [{ vendor: 'osvi', kind: 'incomplete', what: 'time was up after 3 of 9 cases' }],
  shortfalls: [
    { kind: 'too-few', what: '4 rules were judged, and at least 9 have to be', cure: 'Ask for less.' },
  ],
  notes: ['Rules on time are <advisory>.'],
}
