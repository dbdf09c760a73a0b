import { describe, expect, test } from 'vitest'
import { type Caught, detectionOf } from './detection.ts'
import type { Exploration, Explored } from './explore.ts'
import { type Loaded, loadOf } from './load.ts'
import { holds } from './page.ts'
import { rightClientsOf } from './right-clients.ts'
import { twinsOf } from './twins.ts'

const caught = (name: string, ...after: readonly (number | undefined)[]): Caught => ({
  name,
  rule: 'get-never-head',
  vendor: 'osvi',
  after,
  troubles: [],
})

describe('detection', () => {
  test('holds where every client is caught in time', () => {
    const section = detectionOf([caught('a', 1, 2), caught('b', 3, 400)], 2)
    expect(section.claims.map(({ measured, holds: held }) => [measured, held])).toEqual([
      ['4 of 4 runs', true],
      ['2', true],
      ['400 (b)', true],
    ])
  })

  test('fails by a single client that gets away with a single seed, and names both', () => {
    const section = detectionOf([caught('a', 1, 2), caught('undetectable', 3, undefined)], 2)
    expect(holds(section)).toBe(false)
    expect(section.details).toEqual(['undetectable got away from get-never-head at osvi with seed 2.'])
  })

  test('fails where it takes too many cases, or where there was nobody to catch', () => {
    expect(detectionOf([caught('a', 11, 12)], 2).claims.map((claim) => claim.holds)).toEqual([
      true,
      false,
      true,
    ])
    expect(detectionOf([caught('a', 1), caught('b', 501)], 1).claims.map((claim) => claim.holds)).toEqual([
      true,
      true,
      false,
    ])
    expect(holds(detectionOf([], 2))).toBe(false)
  })
})

const campaign = (client: string, explored: Partial<Explored>): readonly [Exploration, Explored] => [
  { client, vendor: 'osvi', seed: 4, cases: 5 },
  { cases: 5, judged: {}, broken: {}, ...explored },
]

describe('twins and right clients', () => {
  test('are cleared where nobody is blamed', () => {
    expect(holds(twinsOf([campaign('twin/a', {})]))).toBe(true)
    expect(holds(twinsOf([]))).toBe(false)
  })

  test.each([
    ['a blame', { broken: { 'get-never-head': 3 } }, 'by get-never-head at osvi: case 3 of seed 4.'],
    ['a run that came to nothing', { cases: 0, trouble: 'it never rests' }, 'seed 4: it never rests.'],
  ])('are not by %s', (_, explored, told) => {
    const section = twinsOf([campaign('twin/a', explored)])
    expect(holds(section)).toBe(false)
    expect(section.details.join()).toContain(told)
    expect(rightClientsOf([campaign('reference', explored)], 0).claims[0]?.holds).toBe(false)
  })

  test('a rule that had too little to judge is named', () => {
    const [, , often] = rightClientsOf([campaign('reference', {})], 1).claims
    expect(often).toMatchObject({ holds: false })
    expect(often?.measured).toMatch(/^0 \(.+ at .+\)$/)
  })
})

describe('load', () => {
  const run = { verdict: ['get-never-head'], history: '{}' }
  const loaded = (...underLoad: readonly (typeof run)[]): readonly Loaded[] => [
    { says: 'a hang', client: 'reference', atRest: run, underLoad },
  ]
  const held = (given: readonly Loaded[]) => loadOf(given).claims.map((claim) => claim.holds)

  test('changes nothing where every run is as at rest', () => {
    expect(held(loaded(run, run))).toEqual([true, true])
    expect(held(loaded())).toEqual([false, false])
  })

  test('is seen by another verdict, and by another byte', () => {
    expect(held(loaded(run, { ...run, verdict: [] }))).toEqual([false, true])
    expect(held(loaded(run, { ...run, history: '{ }' }))).toEqual([true, false])
  })
})
