import { describe, expect, test } from 'vitest'
import type { Answer } from '../../mocks/simulator.ts'
import { eachVendor } from '../support/asking.ts'
import { campaign } from './campaign.ts'
import { columnsOf, cover, under } from './coverage.ts'
import { phases } from './phases.ts'
import { referee } from './prism.ts'
import { countOf } from './table.ts'
import { troubles, unreachable } from './troubles.ts'
import { verdictOn } from './verdict.ts'

const referees = new Map(await Promise.all(eachVendor.map(async ([id]) => [id, await referee(id)] as const)))
const refereeOf = (id: string) => {
  const found = referees.get(id)
  if (!found) throw new Error(`There is a referee of ${id}`)
  return found
}

describe('Prism and what answers declare of themselves agree, whatever state, trouble, storage and profile', () => {
  test.each(eachVendor)('of %s', (id, vendor) => {
    const { counts, surprise } = campaign(vendor, refereeOf(id), 1000, 20_260_131)
    expect(surprise).toBeUndefined()
    expect(Math.min(counts.conforming, counts.declared)).toBeGreaterThan(100)
  })

  test('and would be seen not to: an answer that breaks its document and does not say so is a surprise', () => {
    const response = { status: 200, headers: { 'content-type': 'application/json' }, body: '{}' }
    const sighting = { origin: 'api', grants: [], breaks: [] } as const
    const judged = (breaks: readonly 'body'[]) =>
      verdictOn(refereeOf('osvi'), 'getCallRecording', { response, sighting: { ...sighting, breaks } })
    expect([judged([]), judged(['body'])]).toEqual(['surprise', 'declared'])
  })
})

describe('of phase × operation × disturbance', () => {
  const places = cover(referees)

  test('every cell is visited, or is unreachable for a reason', () => {
    expect(places.filter(({ cell }) => cell.kind === 'missed' || cell.kind === 'surprise')).toEqual([])
    expect(places.length).toBeGreaterThan(5000)
  })

  test('what is reachable changes the answer in some phase, and what is not changes it in none', () => {
    const seen = (answer: Answer | undefined) => {
      const { status, headers, body, delivery } = answer?.response ?? { status: 0, headers: {} }
      return JSON.stringify([status, headers, typeof body === 'string' ? body : body?.length, delivery])
    }
    for (const column of columnsOf(referees))
      for (const [trouble, effect] of troubles) {
        const changed = phases.some(
          ([, world]) =>
            seen(column.answer(under(world, effect))) !== seen(column.answer(under(world, undefined))),
        )
        const reachable = effect !== undefined && unreachable(effect, column) === undefined
        expect(changed, `${column.name}: ${trouble}`).toBe(reachable)
      }
  })

  test('at most a tenth is unreachable, each by a type or a law', () => {
    expect(countOf(places, 'unreachable')).toBeLessThanOrEqual(places.length / 10)
    for (const { cell } of places)
      if (cell.kind === 'unreachable') expect(cell.reason).toMatch(/^(type|law): /)
  })
})
