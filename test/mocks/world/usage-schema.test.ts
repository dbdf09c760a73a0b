import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { lastInstant } from '../../../mocks/world/instant.ts'
import { afterTouch, unused } from '../../../mocks/world/usage.ts'
import { UsageSchema } from '../../../mocks/world/usage-schema.ts'

describe('a usage from JSON', () => {
  test('is what was written', () => {
    const quotas = [{ key: 'k', limit: 3, windowMs: 1000 }]
    const usage = afterTouch(unused, { quotas, arrivals: ['d1'] }, 7)
    expect(usage).toEqual({ accepted: { k: [7] }, arrivals: { d1: 1 } })
    expect(v.parse(UsageSchema, JSON.parse(JSON.stringify(usage)))).toEqual(usage)
  })

  test('of nothing is that of nothing used', () => {
    expect(v.parse(UsageSchema, {})).toEqual(unused)
  })

  test.each([
    ['a field too many', { waited: {} }],
    ['an instant before 1970', { accepted: { k: [-1] } }],
    ['an instant after the year 9999', { accepted: { k: [lastInstant + 1] } }],
    ['an instant in words', { accepted: { k: ['start'] } }],
    ['one instant that is no list', { accepted: { k: 7 } }],
    ['fewer arrivals than none', { arrivals: { d1: -1 } }],
    ['half an arrival', { arrivals: { d1: 0.5 } }],
  ])('with %s is refused', (_, json) => {
    expect(v.safeParse(UsageSchema, json).success).toBe(false)
  })
})
