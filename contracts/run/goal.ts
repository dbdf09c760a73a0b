import type { Vendor } from '../../mocks/vendors/define.ts'
import { boundariesOf, inOrder } from '../../mocks/world/boundaries.ts'
import { type Instant, lastInstant } from '../../mocks/world/instant.ts'
import { callOf } from '../../mocks/world/lookup.ts'
import type { Usage } from '../../mocks/world/usage.ts'
import type { World } from '../../mocks/world/world.ts'
import type { Goal } from '../step.ts'

/** A link, as far as a goal can mean it. */
export interface Ending {
  readonly call: string
  readonly until?: Instant | undefined
  readonly diesAt?: Instant | undefined
}

/** What a goal is reached in. */
export interface Situation {
  readonly now: Instant
  readonly world: World
  readonly vendor: Pick<Vendor, 'rateLimit'>
  readonly usage: Usage
  /** The links handed out so far. */
  readonly grants: readonly Ending[]
}

/** The instants at which an answer changes: the world's own, the ends of links, the ends of quota windows in use. */
const boundariesIn = ({ world, vendor, usage, grants }: Situation): readonly Instant[] =>
  inOrder([
    ...boundariesOf(world),
    ...grants.flatMap(({ until, diesAt }) => [until, diesAt]),
    ...Object.values(usage.accepted).flatMap((instants) =>
      vendor.rateLimit ? instants.map((at) => at + (vendor.rateLimit?.windowMs ?? 0)) : [],
    ),
  ])

const aimOf = (goal: Goal, situation: Situation): Instant | undefined => {
  const { now, world, grants } = situation
  switch (goal.goal) {
    case 'by':
      return now + goal.ms
    case 'boundary': {
      const next = boundariesIn(situation).find((at) => at + goal.offsetMs > now)
      return next === undefined ? undefined : next + goal.offsetMs
    }
    case 'link-end': {
      const grant = grants.findLast(({ call }) => call === goal.call)
      const end = grant?.diesAt ?? grant?.until
      return end === undefined ? undefined : end + goal.offsetMs
    }
    case 'status': {
      const changes = callOf(world, goal.call)?.segments.flatMap(({ status }) => status.changes) ?? []
      const instants = inOrder(
        changes.filter(({ to }) => to === goal.status).map(({ at }) => at + goal.offsetMs),
      )
      return instants.find((at) => at > now)
    }
  }
}

/** The instant a goal means now; `undefined` where it lies behind or has no meaning, so that nothing is to be done. */
export const goalInstant = (goal: Goal, situation: Situation): Instant | undefined => {
  const aim = aimOf(goal, situation)
  return aim !== undefined && aim > situation.now && aim <= lastInstant ? aim : undefined
}
