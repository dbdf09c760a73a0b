import type { Instant } from './instant.ts'

/** What must be counted, and nothing else: this and the world are all there is. */
export interface Usage {
  /** By quota key: the instants of the requests that were accepted. */
  readonly accepted: Readonly<Record<string, readonly Instant[]>>
  /** By disturbance: how many requests it was meant for have arrived. */
  readonly arrivals: Readonly<Record<string, number>>
}

export const unused: Usage = { accepted: {}, arrivals: {} }

/** One quota that a request may use up: at most `limit` accepted requests in any `windowMs`. */
export interface Quota {
  readonly key: string
  readonly limit: number
  readonly windowMs: number
}

/** What one request will count, named before it is answered, so that a store can do it in one step. */
export interface Touch {
  readonly quotas: readonly Quota[]
  readonly arrivals: readonly string[]
}

export const touchesNothing: Touch = { quotas: [], arrivals: [] }

/** Instants kept per quota key; far more than any published limit needs within one window. */
export const mostInstants = 20_000

/** How many accepted requests lie in the window before now, now included. */
export const usedUp = (usage: Usage, { key, windowMs }: Quota, now: Instant): number => {
  let used = 0
  for (const at of usage.accepted[key] ?? []) if (at > now - windowMs && at <= now) used++
  return used
}

/**
 * The first instant from now on at which the quota lets a request pass again. What was accepted later than now, before
 * the clock was turned back, counts from when it comes.
 */
export const freeAgainAt = (usage: Usage, quota: Quota, now: Instant): Instant => {
  const instants = usage.accepted[quota.key] ?? []
  // Whenever one leaves the window there may be room again: nearly always at the first.
  let at = now
  while (usedUp(usage, quota, at) >= quota.limit) {
    let next = Number.POSITIVE_INFINITY
    for (const one of instants) {
      const leaves = one + quota.windowMs
      if (leaves > at && leaves < next) next = leaves
    }
    if (next === Number.POSITIVE_INFINITY) return now
    at = next
  }
  return at
}

/** Counts one request: each quota that still has room takes its instant, each disturbance its arrival. */
export const afterTouch = (usage: Usage, touch: Touch, now: Instant): Usage => {
  if (touch.quotas.length === 0 && touch.arrivals.length === 0) return usage
  const accepted = { ...usage.accepted }
  for (const quota of touch.quotas) {
    if (usedUp(usage, quota, now) >= quota.limit) continue
    accepted[quota.key] = [...(accepted[quota.key] ?? []), now].slice(-mostInstants)
  }
  const arrivals = { ...usage.arrivals }
  for (const key of touch.arrivals) arrivals[key] = (arrivals[key] ?? 0) + 1
  return { accepted, arrivals }
}
