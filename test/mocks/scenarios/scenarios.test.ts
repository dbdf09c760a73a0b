import { describe, expect, test } from 'vitest'
import { defaultWorld, foreignKey } from '../../../mocks/scenarios/default.ts'
import { scenarioNamed, scenarios } from '../../../mocks/scenarios/index.ts'
import { fixedIds, refs } from '../../../mocks/scenarios/refs.ts'
import { simulate } from '../../../mocks/simulator.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { callById } from '../../../mocks/vendors/lookup.ts'
import { type Usage, unused } from '../../../mocks/world/usage.ts'
import { asking, eachVendor, fetching, keyedVendors, settingOf } from '../../support/asking.ts'

const start = 1_769_850_000_000

describe('a scenario', () => {
  test('is found by its name, or the nearest name is told', () => {
    for (const scenario of scenarios) expect(scenarioNamed(scenario.name)).toBe(scenario)
    expect(() => scenarioNamed('expird')).toThrow(
      expect.objectContaining({
        code: 'unknown-scenario',
        cure: expect.stringMatching(/^Did you mean expired\?/),
      }),
    )
  })

  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    '%s has every ref but `missing`',
    (_, { world }) => {
      const there = world(start).calls.map(({ ref }) => ref)
      expect(there.toSorted()).toEqual(refs.filter((ref) => ref !== 'missing').toSorted())
    },
  )

  test('is laid out by a seed', () => {
    expect(scenarioNamed('valid').world(start, 7).seed).toBe(7)
    expect(scenarioNamed('flaky').world(start, 7).seed).toBe(7)
  })
})

describe('the fixed ids', () => {
  test.each(eachVendor)('of %s are well formed, lead to their call, and none is another’s', (id, vendor) => {
    const world = defaultWorld(start)
    const ids = refs.map((ref) => fixedIds(ref)[id] ?? '')
    expect(new Set(ids).size).toBe(refs.length)
    for (const [place, ref] of refs.entries()) {
      expect(vendor.ids.faultOf(ids[place] ?? '')).toBeUndefined()
      expect(callById(vendor, world, ids[place] ?? '')?.ref).toBe(ref === 'missing' ? undefined : ref)
    }
  })
})

test.each(keyedVendors)('the default world has two accounts at %s, with keys of one length', (id, vendor) => {
  const keys = defaultWorld(start).accounts.map(
    (account) => account.keys.find((key) => key.vendor === id)?.value,
  )
  const own = vendor.credential?.defaultKey ?? ''
  expect(keys).toEqual([own, foreignKey(own)])
  expect(foreignKey(own)).toHaveLength(own.length)
})

describe('in `flaky`', () => {
  test.each(eachVendor)('%s fails twice and then plays; the first media request is cut off', (id, vendor) => {
    const setting = settingOf(scenarioNamed('flaky').world(start), start)
    const request = asking(vendor, fixedIds('playable')[id] ?? '')
    let usage: Usage = unused
    const answers = [1, 2, 3].map(() => {
      const answer = simulate(setting, usage, 'api', request)
      usage = answer.usage
      return answer
    })
    expect(answers.map(({ response }) => response.status)).toEqual([503, 503, 200])
    const url = answers.at(-1)?.sighting.grants[0]?.url ?? ''
    const deliveries = [1, 2].map(() => {
      const answer = simulate(setting, usage, 'storage', fetching(url))
      usage = answer.usage
      return answer.response.delivery
    })
    expect(deliveries).toEqual([{ reset: 'mid-body' }, undefined])
  })
})

test('a vendor’s trouble in `flaky` is counted apart from another’s', () => {
  const setting = settingOf(scenarioNamed('flaky').world(start), start)
  const usage = vendors.reduce<Usage>(
    (counted, vendor) =>
      simulate(setting, counted, 'api', asking(vendor, fixedIds('playable')[vendor.id] ?? '')).usage,
    unused,
  )
  for (const vendor of vendors) {
    const { response } = simulate(
      setting,
      usage,
      'api',
      asking(vendor, fixedIds('playable')[vendor.id] ?? ''),
    )
    expect(response.status).toBe(503)
  }
})
