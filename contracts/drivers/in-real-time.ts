import * as v from 'valibot'
import { vendors } from '../../mocks/vendors/index.ts'
import type { Effect } from '../../mocks/world/disturbance.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import { WorldSchema } from '../../mocks/world/world.ts'
import type { Case } from '../case.ts'
import type { Step } from '../step.ts'

/** A second of a case takes a millisecond: what changes within two hours does so within eight seconds. */
const scale = 1000

/** How long links live: long enough to be used while they do, short enough to be waited for. */
export const shortLifetimeSeconds = 4

/** Each step may take some seconds, so that only the first ones are run. */
const mostSteps = 20

const instants: ReadonlySet<string> = new Set(['at', 'startedAt', 'from', 'until'])

/** Moves every instant in a value: what is one is told by its name, and by being a number. */
const movedBy = (move: (at: Instant) => Instant): (<T>(value: T) => T) => {
  const moved = (value: unknown, name = ''): unknown => {
    if (typeof value === 'number') return instants.has(name) ? move(value) : value
    if (Array.isArray(value)) return value.map((one) => moved(one))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, moved(one, key)]))
  }
  // The same shape comes out as went in.
  return <T>(value: T): T => moved(value) as T
}

/**
 * A case for a client that has the real clock alone: it begins now, its links live for some seconds, and what lies ahead
 * comes a thousand times sooner. What lies behind keeps its distance, for it need not be waited for. Nobody can set such a
 * clock ahead, so that it is not.
 * @param now what the real clock shows
 */
export const inRealTime = (given: Case, now: Instant): Case => {
  const { at: start } = given.clock
  const moved = movedBy((at) => now + (at > start ? Math.ceil((at - start) / scale) : at - start))
  const shortened = (step: Step): readonly Step[] => {
    if (step.do === 'skew') return []
    if (step.do === 'disturb') return [moved(step)]
    if (step.do !== 'clock' || step.to.goal !== 'by') return [step]
    return [{ do: 'clock', to: { goal: 'by', ms: Math.ceil(step.to.ms / scale) } }]
  }
  const { accepted, arrivals } = given.usage
  return {
    ...given,
    // Changes that fall together are put in order again.
    world: v.parse(WorldSchema, {
      ...moved(given.world),
      lifetimes: Object.fromEntries(vendors.map(({ id }) => [id, shortLifetimeSeconds])),
    }),
    usage: {
      accepted: Object.fromEntries(
        Object.entries(accepted).map(([key, all]) => [key, all.map((at) => at - start + now)]),
      ),
      arrivals,
    },
    steps: given.steps.slice(0, mostSteps).flatMap(shortened),
    clock: { at: now, skewMs: 0 },
  }
}

/** What would have to be waited for in earnest, and is left out. */
export const takesRealTime = ({ kind }: Effect): string | undefined =>
  kind === 'slow-headers' || kind === 'trickle'
    ? 'the client has the real clock alone, and would have to wait as long'
    : undefined
