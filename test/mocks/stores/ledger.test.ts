import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openLedger } from '../../../mocks/stores/ledger.ts'
import {
  afterTouch,
  freeAgainAt,
  type Touch,
  type Usage,
  unused,
  usedUp,
} from '../../../mocks/world/usage.ts'

const quota = (key: string, limit: number) => ({ key, limit, windowMs: 1000 })
const touches = fc.record({
  quotas: fc.subarray([quota('a', 3), quota('b', 1)]),
  arrivals: fc.subarray(['d1', 'd2']),
})
/** Requests at instants that go forwards, backwards and stand still. */
const requests = fc.array(fc.tuple(touches, fc.nat(3000)), { maxLength: 40, size: 'max' })

const inOrder = ({ accepted, arrivals }: Usage) => ({
  accepted: Object.fromEntries(
    Object.entries(accepted).map(([key, instants]) => [key, instants.toSorted((a, b) => a - b)]),
  ),
  arrivals,
})

/** All that an answer asks of what was counted before it. */
const judged = (usage: Usage, { quotas, arrivals }: Touch, now: number) => ({
  quotas: quotas.map((one) => {
    const used = usedUp(usage, one, now)
    return used < one.limit ? used : freeAgainAt(usage, one, now)
  }),
  arrivals: arrivals.map((id) => usage.arrivals[id] ?? 0),
})

describe('a ledger', () => {
  test('counts what the pure function counts, and says as much of what was before, wherever the clock goes', () => {
    fc.assert(
      fc.property(requests, (given) => {
        const ledger = openLedger()
        let usage = unused
        for (const [touch, now] of given) {
          expect(judged(ledger.count(touch, now), touch, now)).toEqual(judged(usage, touch, now))
          usage = afterTouch(usage, touch, now)
        }
        expect(inOrder(ledger.usage())).toEqual(inOrder(usage))
      }),
      { numRuns: 300 },
    )
  })

  test('tells what it told, whatever is counted afterwards', () => {
    const ledger = openLedger()
    const touch = { quotas: [quota('a', 3)], arrivals: ['d1'] }
    ledger.count(touch, 5)
    const before = ledger.count(touch, 7)
    const all = ledger.usage()
    ledger.count(touch, 6)
    expect(before).toEqual({ accepted: { a: [5] }, arrivals: { d1: 1 } })
    expect(all).toEqual({ accepted: { a: [5, 7] }, arrivals: { d1: 2 } })
  })

  test('goes on from what was counted, in whatever order', () => {
    const ledger = openLedger({ accepted: { a: [9, 5, 7] }, arrivals: { d1: 4 } })
    expect(ledger.count({ quotas: [quota('a', 3)], arrivals: ['d1'] }, 8)).toEqual({
      accepted: { a: [5, 7] },
      arrivals: { d1: 4 },
    })
    expect(ledger.usage()).toEqual({ accepted: { a: [5, 7, 8, 9] }, arrivals: { d1: 5 } })
  })

  test('keeps a bound on what one quota can fill', () => {
    const ledger = openLedger()
    for (let at = 0; at < 60_000; at++)
      ledger.count({ quotas: [{ ...quota('a', 3), windowMs: 2 }], arrivals: [] }, at)
    const { a = [] } = ledger.usage().accepted
    expect(a).toHaveLength(20_000)
    expect(a.at(-1)).toBe(59_999)
  })
})
