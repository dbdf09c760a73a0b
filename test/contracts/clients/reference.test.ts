import { expect, test } from 'vitest'
import { reference } from '../../../contracts/clients/reference.ts'
import { exitCode } from '../../../contracts/report.ts'
import { rules } from '../../../contracts/rules/index.ts'
import { verify } from '../../../contracts/verify.ts'
import { vendors } from '../../../mocks/vendors/index.ts'

test.each(vendors.map((vendor) => ({ vendor, id: vendor.id })))(
  'the reference keeps every rule at $id, and every rule has something to judge',
  async ({ vendor }) => {
    const report = await verify({ client: reference, vendors: [vendor], rules, cases: 400, seed: 7 })
    expect(report.findings.map(({ rule, what }) => `${rule}: ${what}`)).toEqual([])
    expect(report.results.filter(({ kind }) => kind !== 'passed')).toEqual([])
    expect(report.results.filter(({ judged }) => judged === 0)).toEqual([])
    expect(exitCode(report)).toBe(0)
  },
)
