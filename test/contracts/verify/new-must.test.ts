import { expect, test } from 'vitest'
import { catalogueAt } from '../../../contracts/catalogue-at.ts'
import { hoarder } from '../../../contracts/clients/broken/hoarder.ts'
import { exitCode } from '../../../contracts/report.ts'
import { textReport } from '../../../contracts/reporters/text.ts'
import { neverHandOutADeadUrl } from '../../../contracts/rules/never-hand-out-a-dead-url.ts'
import { verify } from '../../../contracts/verify.ts'
import { vendorNamed } from '../../../mocks/vendors/named.ts'

const rules = [
  { ...neverHandOutADeadUrl, since: '1.4.0' },
  { ...neverHandOutADeadUrl, id: 'first', since: '1.0.0', level: 'should' as const },
]
const judged = (version: string) =>
  verify({
    client: hoarder.broken,
    vendors: [vendorNamed('osvi', 'Cannot verify')],
    rules: catalogueAt(rules, version, '1.5.0'),
    cases: 1,
  })

test('a MUST that came with this version warns, and the report says from when on it fails', async () => {
  const report = await judged('1.4')
  expect(report.results.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['warned', 'new, and a MUST from version 1.5 of the catalogue on'],
    ['warned', undefined],
  ])
  expect(exitCode(report)).toBe(0)
  expect(textReport(report)).toContain(
    'Warned of only, for now:\n  osvi: new, and a MUST from version 1.5 of the catalogue on (never-hand-out-a-dead-url)',
  )
})

test('one version on it fails, and there is nothing to say of it', async () => {
  const report = await judged('1.5')
  expect(report.results.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['failed', undefined],
    ['warned', undefined],
  ])
  expect(exitCode(report)).toBe(1)
  expect(textReport(report)).not.toContain('Warned of only')
})
