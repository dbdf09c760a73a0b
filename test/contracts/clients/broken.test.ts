import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { ClientModule } from '../../../contracts/client.ts'
import { brokenClients } from '../../../contracts/clients/broken-clients.ts'
import { brokenByName, builtinClients } from '../../../contracts/clients/index.ts'
import type { Rule } from '../../../contracts/define.ts'
import { rules } from '../../../contracts/rules/index.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import type { Vendor } from '../../../mocks/vendors/define.ts'
import { vendors } from '../../../mocks/vendors/index.ts'

const vendorOf = (id: string): Vendor => {
  const vendor = vendors.find((one) => one.id === id)
  if (!vendor) throw new Error(`no vendor ${id}`)
  return vendor
}

const rulesAt = (vendor: string): readonly Rule[] => rules.filter((rule) => rule.vendors.includes(vendor))

/** The rules that a client breaks in the witness case of one. Each history is made once and judged by all of them. */
const brokenIn = async (client: ClientModule, vendor: string, witness: Rule): Promise<string[]> => {
  const history = await runCase(witness.witness(vendor), vendorOf(vendor), client)
  return rulesAt(vendor)
    .filter((rule) => rule.judge(history).violations.length > 0)
    .map(({ id }) => id)
}

test('there are two broken clients for every MUST, and one for every SHOULD', () => {
  const lacking = rules.filter(
    ({ id, level }) =>
      brokenClients.filter(({ caughtBy }) => caughtBy === id).length < (level === 'must' ? 2 : 1),
  )
  expect(lacking.map(({ id }) => id)).toEqual([])
})

test('every file of a broken client is listed under its name', async () => {
  const files = await readdir('contracts/clients/broken')
  expect(Object.keys(brokenByName).toSorted()).toEqual(files.map((file) => file.slice(0, -3)).toSorted())
})

test('every client is built in under its name, and a broken one beside its twin', async () => {
  for (const [name, load] of Object.entries(builtinClients)) expect((await load()).name).toBe(name)
  for (const { name } of brokenClients) {
    expect(builtinClients).toHaveProperty([`broken/${name}`])
    expect(builtinClients).toHaveProperty([`twin/${name}`])
  }
})

describe.each(brokenClients)(
  '$name',
  ({ caughtBy, alsoBreaks, vendors: [first = '', ...others], ...client }) => {
    const catcher = rules.find(({ id }) => id === caughtBy)

    test('is caught by its rule, and breaks no other but those it names', async () => {
      const named = [caughtBy, ...alsoBreaks]
      for (const witness of rulesAt(first)) {
        const ids = await brokenIn(client.broken, first, witness)
        for (const id of ids) expect(named, `witness of ${witness.id}`).toContain(id)
        if (witness === catcher) expect(ids).toContain(caughtBy)
      }
    })

    test.each(others)('is caught at %s too, by the witness of its rule alone', async (vendor) => {
      expect(catcher && (await brokenIn(client.broken, vendor, catcher))).toContain(caughtBy)
    })

    test('has a twin that keeps every rule', async () => {
      for (const witness of rulesAt(first))
        expect(await brokenIn(client.twin, first, witness), witness.id).toEqual([])
    })
  },
)
