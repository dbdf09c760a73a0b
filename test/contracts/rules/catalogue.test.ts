import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseCase } from '../../../contracts/case.ts'
import { catalogueVersion } from '../../../contracts/catalogue-version.ts'
import { brokenClients } from '../../../contracts/clients/broken-clients.ts'
import { reference } from '../../../contracts/clients/reference.ts'
import { rules } from '../../../contracts/rules/index.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { recorded } from './recorded.ts'

const pairs = rules.flatMap((rule) =>
  rule.vendors.map((vendor) => ({ rule, vendor, name: `${rule.id} at ${vendor}` })),
)

test('every rule has a name of its own and a file of that name', () => {
  const ids = rules.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const files = readdirSync(new URL('../../../contracts/rules/', import.meta.url))
  expect(files).toEqual(expect.arrayContaining(ids.map((id) => `${id}.ts`)))
})

test('every rule tells why it may be asked, and of whom', () => {
  for (const { id, says, basis, vendors: whom, should = [], needs } of rules) {
    expect(says, id).toMatch(/\.$/)
    expect(basis.length, id).toBeGreaterThan(0)
    expect(needs.length, id).toBeGreaterThan(0)
    expect(whom.length, id).toBeGreaterThan(0)
    for (const vendor of [...whom, ...should, ...basis.flatMap((one) => one.vendor ?? [])])
      expect(
        vendors.map((one) => one.id),
        id,
      ).toContain(vendor)
    expect(whom, `${id} cannot be advice for whom it is not meant`).toEqual(
      expect.arrayContaining([...should]),
    )
  }
})

test('every vendor has rules of every kind, so that none gets off lightly', () => {
  for (const { id } of vendors)
    expect(rules.filter((rule) => rule.vendors.includes(id)).length).toBeGreaterThan(15)
})

test.each(pairs)('the witness of $name is a case file of this catalogue', ({ rule, vendor }) => {
  const given = rule.witness(vendor)
  expect(given.rules).toBe(catalogueVersion)
  expect(given.vendors).toEqual([vendor])
  expect(parseCase(JSON.parse(JSON.stringify(given)))).toEqual(given)
})

test.each(pairs)(
  'the witness of $name gives its rule something to judge, and the reference passes',
  async ({ rule, vendor }) => {
    const history = await recorded(rule.witness(vendor), vendor, reference)
    expect(rule.judge(history).judged).toBeGreaterThan(0)
    const broken = rules.filter(
      (one) => one.vendors.includes(vendor) && one.judge(history).violations.length > 0,
    )
    expect(broken.map(({ id }) => id)).toEqual([])
  },
)

const caught = brokenClients.flatMap(({ name, caughtBy, vendors: whom, broken }) =>
  whom.map((vendor) => ({ name, caughtBy, vendor, broken })),
)

test.each(caught)(
  'the witness of $caughtBy shows $name at $vendor, and where',
  async ({ caughtBy, vendor, broken }) => {
    const rule = rules.find(({ id }) => id === caughtBy)
    if (!rule) throw new Error(`no rule ${caughtBy}`)
    const history = await recorded(rule.witness(vendor), vendor, broken)
    const { judged, violations } = rule.judge(history)
    expect(judged).toBeGreaterThan(0)
    expect(violations.length).toBeGreaterThan(0)
    for (const { event, what, allowed } of violations) {
      expect(history.events).toHaveProperty([event])
      expect(what.length * allowed.length).toBeGreaterThan(0)
    }
  },
)
