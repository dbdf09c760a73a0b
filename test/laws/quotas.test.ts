import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { worldStart } from '../../contracts/arbitraries/worlds.ts'
import { defaultWorld } from '../../mocks/scenarios/default.ts'
import { fixedIds } from '../../mocks/scenarios/refs.ts'
import { simulate } from '../../mocks/simulator.ts'
import type { RateLimit, Vendor } from '../../mocks/vendors/define.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import { type Usage, unused } from '../../mocks/world/usage.ts'
import { limitTellings } from '../../mocks/world/world.ts'
import { answeredBy, asking, eachVendor, settingOf } from '../support/asking.ts'

const world = defaultWorld(worldStart)

const limited = eachVendor.flatMap(([id, vendor]) =>
  vendor.rateLimit ? [[id, vendor, vendor.rateLimit] as const] : [],
)

/** Asks at each instant in turn, and tells what each was answered. */
const asksAt = (vendor: Vendor, instants: readonly Instant[], first: Usage = unused) => {
  let usage = first
  const answers = instants.map((now) => {
    const request = asking(vendor, fixedIds('playable')[vendor.id] ?? '')
    const answer = simulate(settingOf(world, now), usage, 'api', request)
    usage = answer.usage
    return { now, status: answer.response.status, response: answer.response }
  })
  return { answers, statuses: answers.map(({ status }) => status), usage }
}

/** A quota as if filled to its last place by requests at one instant. */
const filled = ({ id, credential }: Vendor, { limit, per }: RateLimit, at: Instant): Usage => ({
  ...unused,
  accepted: {
    [`${id} ${per === 'key' ? credential?.defaultKey : 'default'}`]: Array.from({ length: limit }, () => at),
  },
})

describe('a quota is exact in virtual time', () => {
  test('Quo: ten pass at one instant, the eleventh is refused, after the window it passes again', () => {
    const { vendor } = { vendor: limited.find(([id]) => id === 'quo')?.[1] }
    if (!vendor) throw new Error('Quo has a limit')
    const burst = Array.from({ length: 11 }, () => worldStart)
    const passed = burst.slice(1).map(() => 200)
    const { statuses } = asksAt(vendor, [...burst, worldStart + 999, worldStart + 1000])
    expect(statuses).toEqual([...passed, 429, 429, 200])
  })

  test.each(limited)(
    '%s refuses when it is full, until the first request leaves the window',
    (_, vendor, rate) => {
      const full = filled(vendor, rate, worldStart)
      const table: readonly (readonly [Instant, number])[] = [
        [worldStart, 429],
        [worldStart + rate.windowMs - 1, 429],
        [worldStart + rate.windowMs, 200],
        // Rewound to before they were sent, none of them counts; forward again, all do.
        [worldStart - 1, 200],
      ]
      for (const [now, wanted] of table) expect(asksAt(vendor, [now], full).statuses).toEqual([wanted])
      expect(asksAt(vendor, [worldStart - 1, worldStart], full).statuses).toEqual([200, 429])
    },
  )

  test.each(limited)('%s tells a wait after which it really passes', (_, vendor, rate) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: rate.windowMs - 1 }), (later) => {
        const { answers, usage } = asksAt(vendor, [worldStart + later], filled(vendor, rate, worldStart))
        const [refused] = answers
        if (!refused) throw new Error('There is an answer')
        const { outcome } = vendor.decode(answeredBy(refused.response), refused.now)
        const wait = outcome.kind === 'rate-limited' ? outcome.retryAfterSeconds : undefined
        expect(wait).toBeGreaterThan(0)
        expect(asksAt(vendor, [refused.now + (wait ?? 0) * 1000], usage).statuses).toEqual([200])
      }),
      { numRuns: 100 },
    )
  })

  const quo = limited.filter(([id]) => id === 'quo')

  test.each(quo)(
    '%s never lets more than the limit pass in any window, and refuses none too many',
    (_, vendor, rate) => {
      const offsets = fc.array(fc.nat(300), { minLength: 12, maxLength: 60, size: 'max' })
      fc.assert(
        fc.property(offsets, (steps) => {
          let now = worldStart
          const { answers } = asksAt(
            vendor,
            steps.map((step) => (now += step)),
          )
          const passed = answers.flatMap(({ now: at, status }) => (status === 200 ? [at] : []))
          const withinWindow = (at: Instant) =>
            passed.filter((one) => one > at - rate.windowMs && one <= at).length
          for (const { now: at, status } of answers) {
            expect(withinWindow(at)).toBeLessThanOrEqual(rate.limit)
            if (status === 429) expect(withinWindow(at)).toBe(rate.limit)
          }
        }),
        { numRuns: 200 },
      )
    },
  )

  test.each(quo)(
    '%s counts what lies in the window before now, wherever the clock has been',
    (_, vendor, rate) => {
      fc.assert(
        fc.property(fc.array(fc.nat(3000), { minLength: 12, maxLength: 60, size: 'max' }), (offsets) => {
          const passed: Instant[] = []
          const { answers } = asksAt(
            vendor,
            offsets.map((offset) => worldStart + offset),
          )
          for (const { now, status } of answers) {
            const used = passed.filter((at) => at > now - rate.windowMs && at <= now).length
            expect(status).toBe(used < rate.limit ? 200 : 429)
            if (status === 200) passed.push(now)
          }
        }),
        { numRuns: 200 },
      )
    },
  )
})

test('between a request, and the end of its window, a quota changes nothing', () => {
  const instants = fc.array(fc.nat(3000), { minLength: 10, maxLength: 30, size: 'max' })
  for (const [id, vendor, rate] of limited.filter(([one]) => one === 'quo'))
    fc.assert(
      fc.property(instants, fc.nat(4100), fc.nat(40), (offsets, offset, later) => {
        const { accepted } = asksAt(
          vendor,
          offsets.map((one) => worldStart + one),
        ).usage
        const now = worldStart + offset
        const kept = Object.values(accepted).flat()
        const boundaries = kept.flatMap((at) => [at, at + rate.windowMs])
        fc.pre(!boundaries.some((at) => at > now && at <= now + later))
        const [first, second] = [now, now + later].map(
          (at) => asksAt(vendor, [at], { ...unused, accepted }).statuses,
        )
        expect(second, id).toEqual(first)
      }),
      { numRuns: 200 },
    )
})

describe('a limit is told as the world says, and is the same limit', () => {
  test.each(
    limited.flatMap(([id, vendor, rate]) => limitTellings.map((told) => [id, told, vendor, rate] as const)),
  )('%s, %s', (id, told, vendor, rate) => {
    const setting = settingOf({ ...world, limits: { [id]: told } }, worldStart)
    const request = asking(vendor, fixedIds('playable')[id] ?? '')
    const { response } = simulate(setting, filled(vendor, rate, worldStart), 'api', request)
    expect(response.status).toBe(429)
    const { outcome } = vendor.decode(answeredBy(response), worldStart)
    const hint = outcome.kind === 'rate-limited' ? outcome.retryAfterSeconds : undefined
    const bodyTells = id === 'feather'
    const tells = told === 'header' || told === 'date' || (told === 'body' && bodyTells)
    expect(hint).toBe(tells ? rate.windowMs / 1000 : undefined)
  })
})

test('a world may do without quotas', () => {
  for (const [, vendor, rate] of limited) {
    const request = asking(vendor, fixedIds('playable')[vendor.id] ?? '')
    const free = settingOf({ ...world, quotas: false }, worldStart)
    expect(simulate(free, filled(vendor, rate, worldStart), 'api', request).response.status).toBe(200)
  }
})
