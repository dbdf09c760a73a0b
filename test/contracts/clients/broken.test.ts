import { describe, expect, test } from 'vitest'
import type { BrokenClient } from '../../../contracts/clients/broken-client.ts'
import { brokenClients, builtinClients } from '../../../contracts/clients/index.ts'
import { levelFor, type Rule } from '../../../contracts/define.ts'
import { exitCode, type Report } from '../../../contracts/report.ts'
import { rules } from '../../../contracts/rules/index.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { verify } from '../../../contracts/verify.ts'
import type { Vendor } from '../../../mocks/vendors/define.ts'
import { vendors } from '../../../mocks/vendors/index.ts'

const vendorOf = (id: string): Vendor => {
  const vendor = vendors.find((one) => one.id === id)
  if (!vendor) throw new Error(`no vendor ${id}`)
  return vendor
}

const catcherOf = ({ caughtBy }: BrokenClient): Rule => {
  const rule = rules.find(({ id }) => id === caughtBy)
  if (!rule) throw new Error(`no rule ${caughtBy}`)
  return rule
}

const brokenBy = async (client: BrokenClient['broken'], vendor: string, witness: Rule): Promise<string[]> => {
  const history = await runCase(witness.witness(vendor), vendorOf(vendor), client)
  return rules
    .filter((rule) => rule.vendors.includes(vendor) && rule.judge(history).violations.length > 0)
    .map(({ id }) => id)
}

/** What exploring alone finds, with the first seed that finds it; a rare fault may take another. */
const explored = async (client: BrokenClient, catcher: Rule, vendor: string): Promise<Report | undefined> => {
  for (const seed of [1, 2, 3]) {
    const options = { client: client.broken, vendors: [vendorOf(vendor)], rules: [catcher] }
    const report = await verify({ ...options, witnesses: false, seed, cases: 300 })
    if (report.findings.length > 0) return report
  }
  return undefined
}

test('there is a broken client for every rule', () => {
  const caught = new Set(brokenClients.map(({ caughtBy }) => caughtBy))
  expect(rules.map(({ id }) => id).filter((id) => !caught.has(id))).toEqual([])
})

test('every client is built in under its name, and a broken one beside its twin', async () => {
  expect(Object.keys(builtinClients)).toHaveLength(1 + 2 * brokenClients.length)
  for (const [name, load] of Object.entries(builtinClients)) expect((await load()).name).toBe(name)
})

describe.each(brokenClients)('$name', (client) => {
  const catcher = catcherOf(client)
  const [first = ''] = client.vendors

  test.each(client.vendors)('is caught at %s by the witness of its rule alone', async (vendor) => {
    expect(await brokenBy(client.broken, vendor, catcher)).toContain(client.caughtBy)
  })

  test('breaks no rule but those it names', async () => {
    const named = [client.caughtBy, ...client.alsoBreaks]
    for (const witness of rules.filter((rule) => rule.vendors.includes(first)))
      for (const rule of await brokenBy(client.broken, first, witness)) expect(named).toContain(rule)
  })

  test('has a twin that keeps every rule', async () => {
    for (const witness of rules.filter((rule) => rule.vendors.includes(first)))
      expect(await brokenBy(client.twin, first, witness), witness.id).toEqual([])
  })

  test('is found by exploring alone, in at most three steps', async () => {
    const report = await explored(client, catcher, first)
    expect(report?.findings.map(({ rule }) => rule)).toEqual([client.caughtBy])
    expect(report?.findings[0]?.case.steps.length).toBeLessThanOrEqual(3)
    expect(report && exitCode(report)).toBe(levelFor(catcher, first) === 'must' ? 1 : 0)
  })
})
