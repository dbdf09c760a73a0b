import { fromHttpDate } from '../../../mocks/world/instant.ts'
import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'
import type { Policy } from '../policy.ts'

/** Counts a lifetime from the answer's own Date, by the vendor's clock. */
const countedFromDate: Policy['read'] = (vendor, answered, now) =>
  correct.read(vendor, answered, fromHttpDate(answered.headers.date ?? '') ?? now)

/** Counts a lifetime from the answer's Date and then holds the end against its own clock. */
export const countsFromTheDate = broken('counts-from-the-date', {
  caughtBy: 'a-skewed-clock-still-plays',
  vendors: ['osvi', 'feather'],
  alsoBreaks: [
    'survive-an-unknown-status',
    'read-the-lifetime',
    'never-hand-out-a-dead-url',
    'say-what-was-told',
  ],
  wrong: { read: countedFromDate, aheadMs: () => 0 },
  right: { read: countedFromDate },
})
