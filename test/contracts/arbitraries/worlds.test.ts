import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scenes } from '../../../contracts/arbitraries/moments.ts'
import { plainAccounts, worlds } from '../../../contracts/arbitraries/worlds.ts'
import { boundariesOf } from '../../../mocks/world/boundaries.ts'
import { linkKinds } from '../../../mocks/world/recording.ts'
import { recordingStatuses } from '../../../mocks/world/recording-status.ts'
import { parseWorld } from '../../../mocks/world/world.ts'

const sample = fc.sample(worlds(), { numRuns: 600, seed: 7 })
const segments = sample.flatMap(({ calls }) => calls.flatMap((call) => call.segments))
const values = <T>({ initially, changes }: { initially: T; changes: readonly { to: T }[] }): T[] => [
  initially,
  ...changes.map(({ to }) => to),
]

describe('generated worlds', () => {
  test('survive JSON unchanged', () => {
    fc.assert(
      fc.property(worlds(), (world) => {
        expect(parseWorld(JSON.parse(JSON.stringify(world)))).toEqual(world)
      }),
      { numRuns: 300 },
    )
  })

  test('show every status, every kind of link and sources that go', () => {
    const statuses = new Set(segments.flatMap(({ status }) => values(status)))
    expect(statuses).toEqual(new Set([null, ...recordingStatuses]))
    expect(new Set(segments.flatMap(({ link }) => values(link)))).toEqual(new Set(linkKinds))
    expect(segments.some(({ source }) => source.changes.some(({ to }) => to === 'gone'))).toBe(true)
  })

  test('are small', () => {
    for (const { calls, disturbances } of sample) {
      expect(calls.length).toBeGreaterThan(0)
      expect(calls.length).toBeLessThanOrEqual(3)
      expect(disturbances.length).toBeLessThanOrEqual(3)
      for (const call of calls) expect(call.segments.length).toBeLessThanOrEqual(3)
    }
  })

  test('have no trouble where none is wanted', () => {
    const calm = fc.sample(worlds({ disturbed: false }), { numRuns: 100, seed: 7 })
    expect(calm.every(({ disturbances }) => disturbances.length === 0)).toBe(true)
  })

  test('give OSVI keys of sixteen characters', () => {
    const keys = plainAccounts().flatMap((account) => account.keys.filter(({ vendor }) => vendor === 'osvi'))
    expect(keys.map(({ value }) => value.length)).toEqual([16, 16])
  })
})

describe('generated moments', () => {
  test('lie just before, at and just after boundaries, each often', () => {
    const distances = fc.sample(scenes(), { numRuns: 600, seed: 7 }).map(({ world, now }) => {
      const nearest = boundariesOf(world).map((at) => now - at)
      return nearest.find((distance) => Math.abs(distance) <= 1)
    })
    for (const wanted of [-1, 0, 1])
      expect(distances.filter((distance) => distance === wanted).length).toBeGreaterThan(50)
  })
})
