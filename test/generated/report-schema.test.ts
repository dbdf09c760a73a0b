import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parseReport } from '../../contracts/report/schema.ts'
import { jsonReport } from '../../contracts/reporters/json.ts'
import schema from '../../generated/playhead/report.schema.json' with { type: 'json' }
import { aReport } from '../contracts/support/a-report.ts'

const validate = new Ajv2020({ strict: false, logger: false }).compile(schema)
const good = JSON.parse(jsonReport(aReport, () => '.playhead/a.json'))

const codeOf = (json: unknown): string | undefined => {
  try {
    parseReport(json)
    return undefined
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'thrown'
  }
}

describe('the published schema of a report', () => {
  test('takes what is printed, and reading it gives the report back', () => {
    expect(validate(good), JSON.stringify(validate.errors)).toBe(true)
    expect(parseReport(good)).toEqual(JSON.parse(JSON.stringify(aReport)))
  })

  test.each([
    ['a shard', { ...good, shard: { index: 1, of: 2 } }, undefined],
    ['a shard before the first', { ...good, shard: { index: 0, of: 2 } }, 'bad-report'],
    ['another version', { ...good, playhead: 2 }, 'report-version'],
    ['a field too many', { ...good, when: 'today' }, 'bad-report'],
    ['no results', { ...good, results: undefined }, 'bad-report'],
    ['a kind nobody knows', { ...good, results: [{ ...good.results[0], kind: 'hoped' }] }, 'bad-report'],
    [
      'an event nobody knows',
      { ...good, findings: [{ ...good.findings[0], history: { events: [{ kind: 'x' }] } }] },
      'bad-report',
    ],
    ['a case file', good.findings[0].case, 'bad-report'],
    ['no object', null, 'bad-report'],
  ])('agrees with what reads one: %s', (_what, given, code) => {
    const json = JSON.parse(JSON.stringify(given))
    expect(codeOf(json)).toBe(code)
    expect(validate(json)).toBe(code === undefined)
  })
})
