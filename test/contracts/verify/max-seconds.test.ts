import { describe, expect, test } from 'vitest'
import { exitCode } from '../../../contracts/report.ts'
import { getNeverHead } from '../../../contracts/rules/get-never-head.ts'
import { neverHandOutADeadUrl } from '../../../contracts/rules/never-hand-out-a-dead-url.ts'
import { verify } from '../../../contracts/verify.ts'
import { hoarder, plain } from '../support/clients.ts'
import { vendorOf } from '../support/small-case.ts'

/** A stopwatch that runs a second whenever somebody looks. */
const ticking = () => {
  let ms = 0
  return () => {
    ms += 1000
    return ms
  }
}

const rules = [neverHandOutADeadUrl, getNeverHead]
const run = (more: Partial<Parameters<typeof verify>[0]>) =>
  verify({ client: plain, vendors: [vendorOf('osvi')], rules, cases: 40, stopwatch: ticking(), ...more })

describe('a verification with a limit of time', () => {
  test('is incomplete where time ends it, and says after how many cases', async () => {
    const report = await run({ maxSeconds: 10 })
    const reason = 'time was up after 8 of 42 cases'
    expect(report.results.map((one) => [one.kind, one.reason])).toEqual([
      ['incomplete', reason],
      ['incomplete', reason],
    ])
    expect(report.troubles).toEqual([{ vendor: 'osvi', kind: 'incomplete', what: reason }])
    expect(exitCode(report)).toBe(2)
  })

  test('still fails a client that broke a MUST in time', async () => {
    const report = await run({ client: hoarder, maxSeconds: 10 })
    expect(report.results.map(({ kind }) => kind)).toEqual(['failed', 'skipped'])
    expect(report.findings).toHaveLength(1)
    expect(exitCode(report)).toBe(1)
  })

  test('says of a vendor whose turn never came that nothing was run', async () => {
    const vendors = ['osvi', 'envoy'].map(vendorOf)
    const { results } = await run({ vendors, maxSeconds: 10 })
    expect(results.find(({ vendor }) => vendor === 'envoy')).toMatchObject({
      kind: 'incomplete',
      reason: 'time was up before any case was run',
    })
  })

  test('is the same as without where there is time enough', async () => {
    const report = await run({ maxSeconds: 1000 })
    expect(report).toEqual(await run({}))
    expect(exitCode(report)).toBe(0)
  })
})
