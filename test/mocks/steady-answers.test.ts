import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { worldStart, worlds } from '../../contracts/arbitraries/worlds.ts'
import { answerTo, planOf } from '../../mocks/simulator.ts'
import { openSteadyAnswers } from '../../mocks/steady-answers.ts'
import { openLedger } from '../../mocks/stores/ledger.ts'
import { keyHeaders } from '../../mocks/vendors/ask.ts'
import { idOf } from '../../mocks/vendors/lookup.ts'
import { boundariesOf } from '../../mocks/world/boundaries.ts'
import type { WireRequest } from '../../mocks/world/exchange.ts'
import { asking, eachVendor, settingOf } from '../support/asking.ts'

/** Steps of a clock as a busy server has them: mostly within the second, at times beyond it or back. */
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.nat(300) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1, 999, 1000, -1, -700, 60_000) },
  ),
  { minLength: 5, maxLength: 25, size: 'max' },
)

describe('what is remembered of an answer is what would be answered anew', () => {
  test.each(eachVendor)('%s: to the byte, wherever the clock goes, with all that is counted', (_, vendor) => {
    let told = 0
    fc.assert(
      fc.property(worlds({ various: true }), steps, fc.nat(4), (world, moves, nth) => {
        const answered = openSteadyAnswers()
        const [remembered, anew] = [openLedger(), openLedger()]
        const requests: readonly WireRequest[] = world.calls.flatMap((call) =>
          vendor.operations.map((operation) =>
            asking(vendor, idOf(vendor, world, call), keyHeaders(vendor), operation),
          ),
        )
        let now = boundariesOf(world)[nth] ?? worldStart
        const seen = new Set<unknown>()
        for (const move of moves) {
          now = Math.max(0, now + move)
          const setting = settingOf(world, now)
          for (const request of requests) {
            const { touch, answer } = answered(setting, 'api', request)
            const plan = planOf(setting, 'api', request)
            expect(touch).toEqual(plan.touch)
            const given = answer(remembered.count(touch, now))
            expect(given).toEqual(answerTo(setting, 'api', request, plan, anew.count(plan.touch, now)))
            if (seen.has(given)) told++
            seen.add(given)
          }
        }
      }),
      { numRuns: 60 },
    )
    // Or nothing at all was remembered, and all of this says nothing.
    expect(told).toBeGreaterThan(100)
  })
})
