import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cases } from '../../../contracts/arbitraries/cases.ts'
import type { Case } from '../../../contracts/case.ts'
import { builtinClients } from '../../../contracts/clients/index.ts'
import { rules } from '../../../contracts/rules/index.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { judge } from '../../../contracts/verify/judge.ts'
import { vendors } from '../../../mocks/vendors/index.ts'

/** Generated cases for each client and vendor: few, since they are run once for every mutant. */
const explored = 60

const right = Object.keys(builtinClients).filter((name) => /^reference(\/|$)/.test(name))

// Not a test of ours, but the verdict of the suite on a client that a machine has changed: it fails where a rule is broken.
describe.each(right)('%s', (name) => {
  test.each(vendors.map((vendor) => ({ vendor, id: vendor.id })))(
    'keeps every rule at $id',
    async ({ vendor }) => {
      const client = await builtinClients[name]?.()
      if (!client) throw new Error(`no client ${name}`)
      const mine = rules.filter((rule) => rule.vendors.includes(vendor.id))
      const witnesses: readonly Case[] = mine.map((rule) => rule.witness(vendor.id))
      const generated = fc.sample(cases(vendor.id), { seed: 1, numRuns: explored })
      for (const given of [...witnesses, ...generated]) {
        const history = await runCase(given, vendor, client)
        const broken = mine.filter((rule) => judge(rule, history).violations.length > 0)
        expect(broken.map(({ id }) => id)).toEqual([])
      }
    },
  )
})
