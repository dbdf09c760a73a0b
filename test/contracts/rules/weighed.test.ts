import { describe, expect, test } from 'vitest'
import { judgementOf } from './a-history.ts'
import { weighed } from './histories/weighed/rows.ts'

describe('each rule weighs', () => {
  for (const [rule, vendor, happened, moments, says, truths] of weighed) {
    test(`${rule} at ${vendor}: ${happened}`, () => {
      const { judged, violations } = judgementOf(rule, vendor, moments, truths)
      const faults = violations.map(({ event, what, allowed }) => `${event}: ${what} | ${allowed}`)
      expect([judged, ...faults].join('; ')).toBe(says)
    })
  }
})
