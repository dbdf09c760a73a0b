import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { troubles } from '../../contracts/arbitraries/disturbances.ts'
import { planOf, simulate } from '../../mocks/simulator.ts'
import { afterTouch, type Touch, type Usage } from '../../mocks/world/usage.ts'
import { answers } from '../support/answers.ts'
import { eachVendor, fetching, settingOf } from '../support/asking.ts'

/** What a store need not know: everything that a request does not touch. */
const onlyTouched = ({ accepted, arrivals }: Usage, touch: Touch): Usage => {
  const keys = new Set(touch.quotas.map(({ key }) => key))
  const names = new Set(touch.arrivals)
  return {
    accepted: Object.fromEntries(Object.entries(accepted).filter(([key]) => keys.has(key))),
    arrivals: Object.fromEntries(Object.entries(arrivals).filter(([name]) => names.has(name))),
  }
}

/** Counts of other keys and troubles, and of some that the request touches. */
const clutter = fc.record({
  accepted: fc.dictionary(fc.constantFrom('quo somebody', 'feather nobody'), fc.array(fc.nat())),
  arrivals: fc.dictionary(fc.constantFrom('d0', 'd1', 'd9'), fc.nat(5)),
})

const trouble = fc.array(troubles(), { maxLength: 2 })

describe('a request counts exactly what its plan named', () => {
  test.each(eachVendor)(
    'at the API of %s, and its answer depends on nothing else that was counted',
    (_, vendor) => {
      fc.assert(
        fc.property(answers(vendor, trouble), clutter, ({ world, now, request, before }, more) => {
          const setting = settingOf(world, now)
          const usage = { accepted: { ...more.accepted, ...before.accepted }, arrivals: more.arrivals }
          const { touch } = planOf(setting, 'api', request)
          const answer = simulate(setting, usage, 'api', request)
          expect(answer.usage).toEqual(afterTouch(usage, touch, now))
          expect(simulate(setting, onlyTouched(usage, touch), 'api', request).response).toEqual(
            answer.response,
          )
          if (touch.quotas.length === 0 && touch.arrivals.length === 0) expect(answer.usage).toBe(usage)
        }),
        { numRuns: 300 },
      )
    },
  )

  test.each(eachVendor)('and at the storage of %s', (_, vendor) => {
    let met = 0
    fc.assert(
      fc.property(answers(vendor, trouble), clutter, ({ world, now, sighting }, usage) => {
        const setting = settingOf(world, now)
        for (const { url } of sighting.grants) {
          const { touch } = planOf(setting, 'storage', fetching(url))
          const answer = simulate(setting, usage, 'storage', fetching(url))
          expect(touch.quotas).toEqual([])
          expect(answer.usage).toEqual(afterTouch(usage, touch, now))
          const { response } = simulate(setting, onlyTouched(usage, touch), 'storage', fetching(url))
          expect({ ...response, body: undefined }).toEqual({ ...answer.response, body: undefined })
          met++
        }
      }),
      { numRuns: 300 },
    )
    expect(met).toBeGreaterThan(10)
  })
})

test('a request that no vendor knows, and a preflight, count nothing', () => {
  const setting = settingOf(
    { seed: 1, accounts: [], calls: [], disturbances: [], lifetimes: {}, quotas: true },
    0,
  )
  const usage: Usage = { accepted: { 'quo k': [0] }, arrivals: { d0: 1 } }
  const preflight = {
    method: 'OPTIONS',
    path: '/quo/v1/call-recordings/AC1',
    headers: { origin: 'http://app.test', 'access-control-request-method': 'GET' },
  }
  for (const request of [{ method: 'GET', path: '/nowhere', headers: {} }, preflight])
    expect(simulate(setting, usage, 'api', request).usage).toBe(usage)
})
