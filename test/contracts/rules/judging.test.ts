import { describe, expect, test } from 'vitest'
import { judged } from './a-history.ts'
import { askingAndLinks } from './histories/asking-and-links.ts'
import { clocksAndQuotas } from './histories/clocks-and-quotas.ts'
import { endsAndWords } from './histories/ends-and-words.ts'
import { statusesAndRetries } from './histories/statuses-and-retries.ts'
import type { Moments } from './histories/vocabulary.ts'
import { whoIsRight } from './histories/who-is-right.ts'

const rows = [...askingAndLinks, ...statusesAndRetries, ...endsAndWords, ...clocksAndQuotas, ...whoIsRight]

/** A request that stays open has no end of its own in the table: the settled event that follows is its end. */
const joined = (moments: Moments): Moments => {
  const events = moments.flat()
  const last = events.findLast((event) => event.kind === 'sent')
  return [
    events.map((event) =>
      event.kind === 'settled' && event.request === 'open' && last
        ? { ...event, request: last.request }
        : event,
    ),
  ]
}

describe('each rule, on histories written by hand', () => {
  for (const [index, { rule, vendor, wrong, right, truths }] of rows.entries()) {
    test(`${rule} finds the fault and only the fault (${vendor}, row ${index})`, () => {
      expect(judged(rule, vendor, joined(wrong), truths)).toMatchObject({ wrong: 1 })
      const fine = judged(rule, vendor, joined(right), truths)
      expect(fine.wrong).toBe(0)
      expect(fine.judged).toBeGreaterThan(0)
    })
  }
})
