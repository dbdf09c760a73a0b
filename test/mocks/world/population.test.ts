import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { vendors } from '../../../mocks/vendors/index.ts'
import { callById, idOf } from '../../../mocks/vendors/lookup.ts'
import { callOf } from '../../../mocks/world/lookup.ts'
import {
  populationCall,
  populationDigits,
  populationIndex,
  populationRef,
} from '../../../mocks/world/population.ts'
import { parseWorld } from '../../../mocks/world/world.ts'

const million = 1_000_000
const world = parseWorld({ seed: 3, accounts: [], calls: [], population: { count: million } })
const population = { count: million, account: 'default' }
const indices = fc.nat(million - 1)

describe('a million calls', () => {
  test('are found by every vendor’s id, and the id by the call', () => {
    fc.assert(
      fc.property(indices, fc.constantFrom(...vendors), (index, vendor) => {
        const call = callOf(world, populationRef(index))
        if (!call) throw new Error(`There is a call ${index}`)
        const id = idOf(vendor, world, call)
        expect(vendor.ids.faultOf(id)).toBeUndefined()
        expect(callById(vendor, world, id)?.ref).toBe(`p${index}`)
      }),
      { numRuns: 1000 },
    )
  })

  test('have ids of their own', () => {
    const sample = Array.from({ length: 20_000 }, (_, i) => populationDigits(3, i * 50))
    expect(new Set(sample).size).toBe(sample.length)
    for (const digits of sample.slice(0, 100)) expect(digits).toMatch(/^[0-9a-f]{10}$/)
  })

  test('are the same whoever asks and when, and others for another seed', () => {
    expect(populationCall(population, 3, 42)).toEqual(populationCall(population, 3, 42))
    expect(populationCall(population, 3, 42)).toEqual(callOf(world, 'p42'))
    expect(populationDigits(3, 42)).not.toBe(populationDigits(4, 42))
  })

  test('never change from one version to the next: ids would', () => {
    expect(populationCall(population, 3, 42).segments[0]?.id).toBe('CRf4af1c3091')
  })

  test('are complete calls, from a second to ten minutes long, of both types', () => {
    const calls = Array.from({ length: 2000 }, (_, index) => populationCall(population, 3, index))
    for (const { ref, segments, known, replies, ids } of calls) {
      expect({ known: known.initially, replies, ids }).toEqual({ known: true, replies: [], ids: {} })
      expect(segments, ref).toMatchObject([
        { metadata: true, startedAt: null, source: { initially: 'kept' }, link: { initially: 'live' } },
      ])
      expect(segments[0]?.id).toMatch(/^CR[0-9a-f]{10}$/)
    }
    const seconds = calls.map(({ segments }) => segments[0]?.durationSeconds ?? 0)
    expect([Math.min(...seconds), Math.max(...seconds)]).toEqual([1, 600])
    const types = new Set(calls.map(({ segments }) => segments[0]?.type))
    expect([...types].toSorted()).toEqual(['audio/mp4', 'audio/mpeg'])
  })

  test('mostly play, and some show each other end', () => {
    const statuses = Array.from({ length: 2000 }, (_, index) => {
      const [segment] = populationCall(population, 3, index).segments
      return segment?.status.initially
    })
    const share = (status: string) => statuses.filter((one) => one === status).length / statuses.length
    expect(share('completed')).toBeCloseTo(0.6, 1)
    for (const status of ['processing', 'absent', 'deleted', 'failed'])
      expect(share(status)).toBeCloseTo(0.1, 1)
  })
})

describe('there is no call', () => {
  test.each(['p1000000', 'p-1', 'p01', 'p1.5', 'p', 'px', 'P1', 'p99999999999', 'xp1', 'p1x'])(
    '%s',
    (ref) => {
      expect(callOf(world, ref)).toBeUndefined()
    },
  )

  test('behind the digits of one past the last', () => {
    expect(populationIndex(population, 3, populationDigits(3, million - 1))).toBe(million - 1)
    expect(populationIndex(population, 3, populationDigits(3, million))).toBeUndefined()
  })

  test('behind an id that begins like one and goes on otherwise', () => {
    const call = callOf(world, 'p7')
    for (const vendor of vendors.filter(({ id }) => id !== 'voqo')) {
      const id = call ? idOf(vendor, world, call) : ''
      const last = id.endsWith('0') ? '1' : '0'
      expect(callById(vendor, world, id.slice(0, -1) + last)).toBeUndefined()
    }
  })
})
