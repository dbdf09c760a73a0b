import { firstAfter } from '../world/first-after.ts'
import type { Instant } from '../world/instant.ts'
import { mostInstants, type Quota, type Touch, type Usage, unused } from '../world/usage.ts'

/** What is counted in one place, written on rather than copied: a busy quota has thousands of instants. */
export interface Ledger {
  /** Counts one request, and tells what had been counted before of what it touches, as much as its windows need. */
  count(touch: Touch, now: Instant): Usage
  /** Everything counted. */
  usage(): Usage
}

/** Opens a ledger that goes on from what was counted. */
export const openLedger = (from: Usage = unused): Ledger => {
  const accepted = new Map(
    Object.entries(from.accepted).map(([key, instants]) => [key, instants.toSorted((a, b) => a - b)]),
  )
  const arrivals = new Map(Object.entries(from.arrivals))

  /** The instants that decide about a quota now: those in its window, and where that is full all that come later too. */
  const countQuota = ({ key, limit, windowMs }: Quota, now: Instant): readonly Instant[] => {
    const instants = accepted.get(key) ?? []
    const end = firstAfter(instants, now)
    const start = firstAfter(instants, now - windowMs)
    if (end - start >= limit) return instants.slice(start)
    const window = instants.slice(start, end)
    // Nearly always the end: a clock that was turned back counts in the midst of what it has seen.
    if (end === instants.length) instants.push(now)
    else instants.splice(end, 0, now)
    // Cut in one go now and then, rather than shifted at every request.
    accepted.set(key, instants.length > mostInstants * 1.25 ? instants.slice(-mostInstants) : instants)
    return window
  }

  return {
    count: (touch, now) => {
      if (touch.quotas.length === 0 && touch.arrivals.length === 0) return unused
      const before: { accepted: Record<string, readonly Instant[]>; arrivals: Record<string, number> } = {
        accepted: {},
        arrivals: {},
      }
      for (const quota of touch.quotas) before.accepted[quota.key] = countQuota(quota, now)
      for (const id of touch.arrivals) {
        const arrived = arrivals.get(id) ?? 0
        before.arrivals[id] = arrived
        arrivals.set(id, arrived + 1)
      }
      return before
    },
    usage: () =>
      accepted.size === 0 && arrivals.size === 0
        ? unused
        : {
            accepted: Object.fromEntries(
              [...accepted].map(([key, instants]) => [key, instants.slice(-mostInstants)]),
            ),
            arrivals: Object.fromEntries(arrivals),
          },
  }
}
