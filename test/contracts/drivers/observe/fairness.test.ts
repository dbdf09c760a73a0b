import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cases } from '../../../../contracts/arbitraries/cases.ts'
import type { Case } from '../../../../contracts/case.ts'
import { catalogue } from '../../../../contracts/catalogue.ts'
import { brokenClients } from '../../../../contracts/clients/broken-clients.ts'
import { reference } from '../../../../contracts/clients/reference.ts'
import { observe } from '../../../../contracts/drivers/observe.ts'
import { runCase } from '../../../../contracts/run/run-case.ts'
import { vendors } from '../../../../mocks/vendors/index.ts'
import { vendorOf } from '../../support/small-case.ts'
import { watched } from './watched.ts'

const seed = 4
const numRuns = 10

/** The same case with one question for each call, and a client whose clock nobody sets: no wire would show that. */
const askedOnce = (given: Case): Case => {
  const asked = new Set<string>()
  return {
    ...given,
    steps: given.steps.filter((step) => {
      if (step.do !== 'ask') return step.do !== 'skew'
      const name = `${step.call} ${step.id}`
      const first = !asked.has(name)
      asked.add(name)
      return first && step.op !== 'replies'
    }),
    clock: { ...given.clock, skewMs: 0 },
  }
}

const foundIn = async (one: Case, vendor: string, client: typeof reference, eachOnce: boolean) => {
  const run = watched(await runCase(one, vendorOf(vendor), client))
  return observe({ run, rules: catalogue, eachOnce }).report
}

describe('a client that is only watched', () => {
  test.for(vendors.map(({ id }) => id))(
    `is blamed for nothing where it is right: %s, seed ${seed}`,
    async (vendor) => {
      for (const [index, one] of fc.sample(cases(vendor), { seed, numRuns }).entries()) {
        const { findings } = await foundIn(one, vendor, reference, false)
        expect(findings.map(({ rule, what }) => `case ${index}: ${rule}: ${what}`)).toEqual([])
      }
    },
  )

  test.for(vendors.map(({ id }) => id))(
    `nor where it is asked for each once: %s, seed ${seed}`,
    async (vendor) => {
      const judged = new Set<string>()
      for (const [index, one] of fc.sample(cases(vendor), { seed, numRuns }).entries()) {
        const { findings, results } = await foundIn(askedOnce(one), vendor, reference, true)
        expect(findings.map(({ rule, what }) => `case ${index}: ${rule}: ${what}`)).toEqual([])
        for (const result of results) if (result.kind === 'passed') judged.add(result.rule)
      }
      expect([...judged]).toContain('retry-only-what-may-pass')
    },
  )

  const visible = brokenClients.filter(({ caughtBy }) =>
    catalogue.some(({ id, watched: how }) => id === caughtBy && how !== undefined),
  )
  test('can be caught by every rule that judges a wire', () => {
    const rules = catalogue.filter(({ watched: how }) => how !== undefined).map(({ id }) => id)
    expect([...new Set(visible.map(({ caughtBy }) => caughtBy))].toSorted()).toEqual(rules.toSorted())
  })

  test.for(visible.map(({ name, ...one }) => [name, one] as const))(
    'is caught where it is wrong: %s',
    async ([, one]) => {
      const rule = catalogue.find(({ id }) => id === one.caughtBy)
      const [vendor = ''] = one.vendors
      const given = rule?.witness(vendor)
      if (!given) throw new Error(`no rule ${one.caughtBy}`)
      const witness = askedOnce(given)
      const { findings } = await foundIn(witness, vendor, one.broken, true)
      expect(findings.map((finding) => finding.rule)).toContain(one.caughtBy)
      const twin = await foundIn(witness, vendor, one.twin, true)
      expect(twin.findings.map((finding) => finding.rule)).toEqual([])
    },
  )
})
