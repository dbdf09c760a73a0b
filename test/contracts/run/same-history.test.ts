import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cases } from '../../../contracts/arbitraries/cases.ts'
import { mostSteps } from '../../../contracts/arbitraries/steps.ts'
import { parseCase } from '../../../contracts/case.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { hoarder, plain } from '../support/clients.ts'

describe('generated cases', () => {
  test.each(vendors)(
    'give $id the same history twice, byte for byte, also after a way through JSON',
    async (vendor) => {
      for (const given of fc.sample(cases(vendor.id), { numRuns: 40, seed: 11 })) {
        const again = parseCase(JSON.parse(JSON.stringify(given)))
        const client = given.seed % 2 === 0 ? plain : hoarder
        const once = JSON.stringify(await runCase(given, vendor, client))
        expect(JSON.stringify(await runCase(again, vendor, client))).toBe(once)
      }
    },
  )

  test('leave no key, origin or signature in a history', async () => {
    for (const vendor of vendors)
      for (const given of fc.sample(cases(vendor.id), { numRuns: 30, seed: 12 })) {
        const text = JSON.stringify(await runCase(given, vendor, plain))
        expect(text).not.toMatch(/playhead\.test|X-Amz-Signature=[0-9a-f]{64}/)
      }
  })

  test('reach up to 120 steps and every kind of step', () => {
    const sample = fc.sample(cases('quo'), { numRuns: 400, seed: 3 })
    expect(Math.max(...sample.map(({ steps }) => steps.length))).toBeGreaterThan(mostSteps - 20)
    const kinds = new Set(sample.flatMap(({ steps }) => steps.map((step) => step.do)))
    expect([...kinds].toSorted()).toEqual(
      ['ask', 'calm', 'cancel', 'clock', 'deliver', 'disturb', 'hold', 'settle', 'skew'].toSorted(),
    )
  })

  test('never let time run backwards', async () => {
    for (const vendor of vendors)
      for (const given of fc.sample(cases(vendor.id), { numRuns: 60, seed: 13 })) {
        const { events } = await runCase(given, vendor, plain)
        expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted((a, b) => a - b))
      }
  })
})
