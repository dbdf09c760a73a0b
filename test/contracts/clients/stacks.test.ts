import { describe, expect, test } from 'vitest'
import type { Case } from '../../../contracts/case.ts'
import type { ClientModule } from '../../../contracts/client.ts'
import { naiveClients, stackClients } from '../../../contracts/clients/stacks/index.ts'
import type { Rule } from '../../../contracts/define.ts'
import { loopback } from '../../../contracts/entries/loopback.ts'
import type { History } from '../../../contracts/history.ts'
import { rules } from '../../../contracts/rules/index.ts'
import { look, trouble, witness } from '../../../contracts/rules/witness.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { vendorNamed } from '../../../mocks/vendors/named.ts'

const ruleOf = (id: string): Rule => {
  const rule = rules.find((one) => one.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  return rule
}

const run = (given: Case, client: ClientModule): Promise<History> =>
  runCase(given, vendorNamed(given.vendors[0] ?? '', 'Cannot run a case'), client, loopback)

/** The rules that a history breaks, of all that hold for its vendor. */
const brokenIn = (history: History): readonly string[] =>
  rules
    .filter((rule) => rule.vendors.includes(history.vendor) && rule.judge(history).violations.length > 0)
    .map(({ id }) => id)

describe.each(stackClients)('$name', ({ caughtBy, alsoBreaks, vendors: [vendor = ''], broken, twin }) => {
  const given = ruleOf(caughtBy).witness(vendor)

  test(`is caught at ${vendor} by the witness of its rule, with the same history each time`, async () => {
    const history = await run(given, broken)
    const blamed = brokenIn(history)
    expect(blamed).toContain(caughtBy)
    expect([caughtBy, ...alsoBreaks]).toEqual(expect.arrayContaining([...blamed]))
    expect(JSON.stringify(await run(given, broken))).toBe(JSON.stringify(history))
  })

  test('has a twin that keeps every rule it breaks', async () => {
    for (const rule of [caughtBy, ...alsoBreaks].map(ruleOf))
      if (rule.vendors.includes(vendor))
        expect(brokenIn(await run(rule.witness(vendor), twin)), rule.id).toEqual([])
  })
})

test('every stack has at least four broken clients, each of a name of its own', () => {
  const names = stackClients.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const { name = '' } of naiveClients) {
    const stack = name.replace('naive/', '')
    expect(names.filter((one) => one.startsWith(`${stack}-`)).length, stack).toBeGreaterThanOrEqual(4)
  }
})

describe.each(naiveClients.map((client) => ({ client, name: client.name })))('$name', ({ client }) => {
  test('plays what plays, and what was on its way when a case ended disturbs no later one', async () => {
    const silent = witness('osvi', [trouble({ kind: 'silence' }), look()])
    const once = await run(silent, client)
    const plain = await run(witness('osvi', [look()]), client)
    expect(plain.events.at(-1)).toMatchObject({ kind: 'answered', outcome: { kind: 'playable' } })
    expect(JSON.stringify(await run(silent, client))).toBe(JSON.stringify(once))
  })
})
