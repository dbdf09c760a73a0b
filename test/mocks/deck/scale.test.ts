import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openScale } from '../../../mocks/deck/scale.ts'

const minute = 60_000
const hour = 60 * minute
const instants = fc.array(fc.integer({ min: 0, max: 10_000 * hour }), { maxLength: 30 })
const given = fc.tuple(instants, fc.integer({ min: 0, max: 10_000 * hour }))

describe('the line of time', () => {
  it('never turns back, and leads from places to instants as from instants to places', () => {
    fc.assert(
      fc.property(given, fc.integer({ min: 0, max: 1000 }), ([boundaries, now], thousandth) => {
        const scale = openScale(boundaries, now)
        const at = scale.instantAt(thousandth / 1000)
        expect(at).toBeGreaterThanOrEqual(scale.from)
        expect(at).toBeLessThanOrEqual(scale.to)
        // To the half millisecond that rounding to an instant costs, where a millisecond is widest.
        expect(scale.instantAt(scale.placeOf(at))).toBe(at)
        expect(scale.placeOf(at + 1)).toBeGreaterThanOrEqual(scale.placeOf(at))
      }),
    )
  })

  it('holds every boundary and now, apart from one another', () => {
    fc.assert(
      fc.property(given, ([boundaries, now]) => {
        const scale = openScale(boundaries, now)
        const places = [...new Set(boundaries)].toSorted((a, b) => a - b).map(scale.placeOf)
        for (const [index, place] of places.entries()) expect(place).toBeGreaterThan(places[index - 1] ?? -1)
        expect(scale.from).toBeLessThanOrEqual(now)
        expect(scale.to).toBeGreaterThan(now)
      }),
    )
  })

  it('gives minutes room beside months, and says what it has folded', () => {
    const scale = openScale([0, 15 * minute, 4000 * hour], 5 * minute)
    const quarter = scale.placeOf(15 * minute) - scale.placeOf(0)
    expect(quarter).toBeGreaterThan(0.15)
    expect(scale.folds).toEqual([{ from: 15 * minute, to: 4000 * hour }])
  })

  it('stays as it is while now goes on within it', () => {
    const places = [0, 1, 2, 3].map((minutes) => openScale([hour], hour + minutes * minute).placeOf(hour))
    expect(new Set(places).size).toBe(1)
  })
})
