import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { sarif } from '../../../contracts/reporters/sarif.ts'
import { aReport } from '../support/a-report.ts'
import { sarifSchema } from './sarif-schema.ts'

const ajv = new Ajv2020({ strict: false })
formats.default(ajv)
const validate = ajv.compile(sarifSchema)

const rendered = (clientArgument?: string) =>
  JSON.parse(sarif.render([aReport], clientArgument === undefined ? {} : { clientArgument }))

test('is what the schema of SARIF 2.1.0 wants', () => {
  for (const client of [undefined, './test/adapter.ts', 'builtin:reference', "'python3 client.py'"])
    expect(validate(rendered(client)), JSON.stringify(validate.errors)).toBe(true)
  expect(validate({ ...rendered(), version: '2.0.0' })).toBe(false)
})

test('has a result for each broken rule, pointing at the client', () => {
  const [run] = rendered('./test/adapter.ts').runs
  expect(run.results.map((one: { ruleId: string; level: string }) => [one.ruleId, one.level])).toEqual([
    ['never-hand-out-a-dead-url', 'error'],
    ['b-rule', 'warning'],
    ['get-never-head', 'error'],
  ])
  const [first, , known] = run.results
  expect(run.tool.driver.rules[first.ruleIndex].id).toBe(first.ruleId)
  expect(first.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'test/adapter.ts' },
    region: { startLine: 1 },
  })
  expect(first.codeFlows[0].threadFlows[0].locations.at(-1).location.message.text).toContain('← here')
  expect(first).not.toHaveProperty('suppressions')
  expect(known.suppressions).toEqual([{ kind: 'external', justification: 'issue 7' }])
})

test('gives a broken rule the same fingerprint in every run', () => {
  const prints = (report = aReport) =>
    JSON.parse(sarif.render([report], {})).runs[0].results.map(
      (one: { partialFingerprints: object }) => one.partialFingerprints,
    )
  const findings = aReport.findings.map((finding) => ({ ...finding, what: 'otherwise', foundBy: 'case 9' }))
  expect(prints({ ...aReport, findings })).toEqual(prints())
  expect(new Set(prints().map((one: object) => JSON.stringify(one))).size).toBe(3)
})
