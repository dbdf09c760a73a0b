import type { Instant } from '../world/instant.ts'

/** How a link stands: `ahead` was handed out at a later instant than now, `dying` has a fifth of its life left. */
export type Life = 'ahead' | 'live' | 'dying' | 'dead'

/** When a link lives. */
export interface Lifetime {
  readonly from: Instant
  readonly until?: Instant | undefined
  readonly diesAt?: Instant | undefined
}

/** When storage stops taking a link; `undefined` where it never does by itself. */
export const endOf = ({ until, diesAt }: Lifetime): Instant | undefined =>
  diesAt === undefined ? until : Math.min(diesAt, until ?? diesAt)

/** How a link stands at an instant. */
export const lifeOf = (bar: Lifetime, now: Instant): Life => {
  const end = endOf(bar)
  if (now < bar.from) return 'ahead'
  if (end === undefined) return 'live'
  if (now >= end) return 'dead'
  return end - now <= (end - bar.from) / 5 ? 'dying' : 'live'
}
