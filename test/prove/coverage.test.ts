import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cases } from '../../contracts/arbitraries/cases.ts'
import { reference } from '../../contracts/clients/reference.ts'
import { rules } from '../../contracts/rules/index.ts'
import { runCase } from '../../contracts/run/run-case.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import { effectKinds } from '../../mocks/world/disturbance.ts'
import { type Cell, confined } from './coverage/confined.ts'
import { hasMet, noTrouble, onlyOfStorage, troubles } from './coverage/met.ts'
import { reasonFor } from './coverage/unreachable.ts'
import { allCells, coverage } from './coverage.ts'

const seed = 3

/** At which vendors the first question of some explored cases meets a cell's trouble. */
const metAt = async (cell: Cell, numRuns: number): Promise<readonly string[]> => {
  const met = new Set<string>()
  for (const vendor of vendors)
    for (const given of fc.sample(cases(vendor.id), { seed, numRuns })) {
      const begun = { ...given, steps: [] }
      const history = await runCase(confined(begun, cell, 'download'), vendor, reference)
      if (hasMet(cell.trouble, history)) met.add(vendor.id)
    }
  return [...met]
}

describe('the cells', () => {
  test('name every kind of trouble, and none', () => {
    expect(troubles).toEqual([noTrouble, ...effectKinds])
  })

  test('are out of reach in at most one of ten', () => {
    const out = allCells.flatMap((cell) => rules.filter((rule) => reasonFor(cell, rule)))
    expect(out.length).toBeGreaterThan(0)
    expect(out.length).toBeLessThanOrEqual((allCells.length * rules.length) / 10)
  })

  const early = allCells.filter(({ trouble }) => onlyOfStorage.has(trouble))
  test.each(early)('$trouble is met, or not, as is said: $state', async (cell) => {
    const met = await metAt(cell, 12)
    for (const rule of rules)
      expect(
        rule.vendors.some((id) => met.includes(id)),
        rule.id,
      ).toBe(reasonFor(cell, rule) === undefined)
  })
})

describe('the coverage of a cell', () => {
  const cell = allCells.filter(({ state, trouble }) => state === 'completed' && trouble === noTrouble)

  test('has a line for every rule, and counts those it visits', async () => {
    const table = await coverage(6, cell)
    expect(table.visits.map(({ rule }) => rule)).toEqual(rules.map(({ id }) => id))
    expect(table.explored).toBeGreaterThan(rules.length / 2)
    expect(table.aimed).toBeGreaterThan(0)
    expect(table.missed).toEqual([])
    expect(table.explored + table.aimed).toBe(table.cells)
  })

  test('is none where the cell is out of reach', async () => {
    const table = await coverage(
      1,
      allCells.filter((one) => rules.every((rule) => reasonFor(one, rule))).slice(0, 1),
    )
    expect(table).toMatchObject({ explored: 0, aimed: 0, unreachable: rules.length, missed: [] })
  })
})
