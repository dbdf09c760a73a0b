import { expect, test } from 'vitest'
import { junit } from '../../../contracts/reporters/junit.ts'
import { readXml, type XmlElement } from '../../support/xml.ts'
import { aReport } from '../support/a-report.ts'
import { junitErrors } from './junit-schema.ts'

const root = readXml(junit.render([aReport], { caseFile: () => '.playhead/a.json' }))

const kindOf = ({ children }: XmlElement): string => children.map(({ name }) => name).join() || 'passed'

test('is what the schema of JUnit wants', () => {
  expect(junitErrors(root)).toEqual([])
  expect(
    junitErrors(readXml('<?xml version="1.0" encoding="UTF-8"?><testsuite when="now">x</testsuite>')),
  ).toEqual([
    '<testsuite> lacks name',
    '<testsuite> lacks tests',
    '<testsuite> has when',
    '<testsuite> holds text',
  ])
})

test('has a suite for each vendor, a case for each rule, and one for what else is wrong', () => {
  expect(root.children.map(({ attributes }) => attributes)).toEqual([
    { name: 'hoarder at quo', tests: '2', failures: '0', errors: '0', skipped: '0', time: '0' },
    { name: 'hoarder at osvi', tests: '4', failures: '1', errors: '1', skipped: '2', time: '0' },
    { name: 'hoarder, the run', tests: '2', failures: '1', errors: '1', skipped: '0', time: '0' },
  ])
  expect(root.children.map(({ children }) => children.map(kindOf))).toEqual([
    ['passed', 'system-out'],
    ['skipped', 'failure', 'skipped', 'error'],
    ['failure', 'error'],
  ])
})

test('tells the story where it fails, with every sign escaped', () => {
  const failure = root.children[1]?.children[1]?.children[0]
  expect(failure?.attributes.message).toBe('it handed out <a URL> that died & "went"')
  expect(failure?.text).toContain('→ playable url#1   ← here')
  expect(failure?.text).toContain('playhead replay .playhead/a.json')
})

test('holds no character that XML cannot', () => {
  const [result] = aReport.results
  const reason = 'a \u0000 bell \u0007 and half a pair \ud800'
  const hostile = result ? [{ ...result, kind: 'skipped' as const, reason }] : []
  const xml = junit.render([{ ...aReport, results: hostile, findings: [] }], {})
  expect(readXml(xml).children[0]?.children[0]?.children[0]?.attributes.message).toBe(
    'a \ufffd bell \ufffd and half a pair \ufffd',
  )
})
