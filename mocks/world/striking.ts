import type { Disturbance } from './disturbance.ts'
import type { Instant } from './instant.ts'
import type { Usage } from './usage.ts'

/** What a request is, for a disturbance to match. */
export interface Target {
  readonly role: 'api' | 'storage'
  readonly vendor: string
  readonly operation: string
  readonly call: string | undefined
}

/** Whether a disturbance is meant for a request at an instant; its arrivals are counted apart. */
export const matches = ({ on, from, until }: Disturbance, target: Target, now: Instant): boolean =>
  (on.role === undefined || on.role === target.role) &&
  (on.vendor === undefined || on.vendor === target.vendor) &&
  (on.operation === undefined || on.operation === target.operation) &&
  (on.call === undefined || on.call === target.call) &&
  (from === undefined || now >= from) &&
  (until === undefined || now < until)

/** Whether it strikes, given how many matching requests have arrived before this one since it was armed. */
export const strikes = ({ skip, count, every }: Disturbance, arrivalsBefore: number): boolean => {
  const place = arrivalsBefore - skip
  if (place < 0) return false
  if (every !== undefined) return place % every < (count ?? 1)
  return count === undefined || place < count
}

/** The first of some disturbances, all meant for one request, that strikes it. */
export const strikingAmong = (
  troubles: readonly Disturbance[],
  { arrivals }: Usage,
): Disturbance | undefined => troubles.find((one) => strikes(one, arrivals[one.id] ?? 0))
