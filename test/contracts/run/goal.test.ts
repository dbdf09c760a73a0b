import { describe, expect, test } from 'vitest'
import { goalInstant } from '../../../contracts/run/goal.ts'
import type { Goal } from '../../../contracts/step.ts'
import { smallCase, start, vendorOf } from '../support/small-case.ts'

const { world } = smallCase([], {
  calls: {
    c1: {
      segments: [
        {
          id: 's1',
          status: {
            initially: 'processing',
            changes: [
              { at: start + 60_000, to: 'completed' },
              { at: start + 90_000, to: 'deleted' },
            ],
          },
        },
      ],
    },
  },
})
const grant = { url: '', vendor: 'osvi', call: 'c1', segment: 's1', from: start, secondsLeft: 900 }
const grants = [
  { ...grant, until: start + 900_000 },
  { ...grant, until: start + 960_000 },
  { ...grant, call: 'c2', until: start + 10_000 },
]
const usage = { accepted: { 'quo key': [start] }, arrivals: {} }

const aims: readonly (readonly [Goal, number, number | undefined])[] = [
  [{ goal: 'by', ms: 5 }, 0, 5],
  [{ goal: 'by', ms: 0 }, 0, undefined],
  [{ goal: 'boundary', offsetMs: 0 }, 2000, 10_000],
  [{ goal: 'boundary', offsetMs: -1 }, 2000, 9999],
  // From just before a boundary the boundary itself comes next, and then what lies just after it.
  [{ goal: 'boundary', offsetMs: 0 }, 9999, 10_000],
  [{ goal: 'boundary', offsetMs: 1 }, 10_000, 10_001],
  [{ goal: 'boundary', offsetMs: 0 }, 10_000, 60_000],
  [{ goal: 'boundary', offsetMs: 0 }, 1_000_000, undefined],
  [{ goal: 'link-end', call: 'c1', offsetMs: 0 }, 0, 960_000],
  [{ goal: 'link-end', call: 'c1', offsetMs: 0 }, 960_000, undefined],
  [{ goal: 'link-end', call: 'c3', offsetMs: 0 }, 0, undefined],
  [{ goal: 'status', call: 'c1', status: 'deleted', offsetMs: 1 }, 0, 90_001],
  [{ goal: 'status', call: 'c1', status: 'failed', offsetMs: 0 }, 0, undefined],
  [{ goal: 'status', call: 'c3', status: 'deleted', offsetMs: 0 }, 0, undefined],
]

describe('a goal of the clock', () => {
  const early = { ...grant, until: start + 900_000, diesAt: start + 450_000 }
  test.each<readonly [Goal, number, number]>([
    [{ goal: 'link-end', call: 'c1', offsetMs: -1 }, 0, 449_999],
    [{ goal: 'boundary', offsetMs: 1 }, 400_000, 450_001],
    [{ goal: 'boundary', offsetMs: 0 }, 450_000, 900_000],
  ])('%j at +%i finds a link that dies early at +%i', (goal, after, wanted) => {
    const situation = { now: start + after, world, vendor: vendorOf('osvi'), usage, grants: [early] }
    expect(goalInstant(goal, situation)).toBe(start + wanted)
  })

  test.each(aims)('%j at +%i means +%s', (goal, after, wanted) => {
    const situation = { now: start + after, world, vendor: vendorOf('osvi'), usage, grants }
    expect(goalInstant(goal, situation)).toBe(wanted === undefined ? undefined : start + wanted)
  })

  test('finds the end of a quota window, where the vendor has one', () => {
    const situation = { now: start, world, vendor: vendorOf('quo'), usage, grants: [] }
    expect(goalInstant({ goal: 'boundary', offsetMs: 0 }, situation)).toBe(start + 1000)
  })
})
