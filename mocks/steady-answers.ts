import { isSpent, tellsQuota } from './simulator/api.ts'
import { mayNameSession } from './simulator/minting.ts'
import { type Answer, answerTo, type Origin, type Plan, planOf, type Setting } from './simulator.ts'
import type { Understanding } from './understanding.ts'
import { boundariesOf } from './world/boundaries.ts'
import { headerOf, type WireRequest } from './world/exchange.ts'
import { firstAfter } from './world/first-after.ts'
import { type Instant, lastInstant } from './world/instant.ts'
import { strikingAmong } from './world/striking.ts'
import type { Usage } from './world/usage.ts'
import type { World } from './world/world.ts'

/** What is asked of vendors and storage, beside what only the platform asks. */
type Asking = Plan & { readonly kind: 'api' | 'storage' }

/** An answer that stays the same to the byte for as long as nothing that decides about it changes. */
interface Steady {
  readonly world: World
  readonly plan: Asking
  readonly answer: Answer
  /** It holds in `[from, until)`. */
  readonly from: Instant
  readonly until: Instant
  /** From when on whoever asks has the answer of the next second worked out. */
  readonly due: Instant
  /** That answer. */
  next: Steady | undefined
}

/**
 * The stretch around an instant in which no date, no second left and nothing of the world changes. Links end at whole
 * seconds.
 */
const stretchAround = (world: World, now: Instant): Pick<Steady, 'from' | 'until'> => {
  const second = Math.floor(now / 1000) * 1000
  // A link minted at a second's very beginning has one second more to live than at any other instant of it.
  const [from, until] = now === second ? [now, now + 1] : [second + 1, second + 1000]
  const boundaries = boundariesOf(world)
  const next = firstAfter(boundaries, now)
  return {
    from: Math.max(from, boundaries[next - 1] ?? from),
    until: Math.min(until, boundaries[next] ?? until),
  }
}

/** How far apart in a second the answers of the next one are worked out, in milliseconds; it shares no factor with a second. */
const apart = 367

/** What can be told of an answer again: a vendor's plain words for a recording, and what storage holds. */
const isSteady = (
  { world }: Setting,
  request: WireRequest,
  plan: Plan,
  { response, sighting }: Answer,
): plan is Asking => {
  if (sighting.trouble !== undefined) return false
  if (plan.kind === 'storage')
    // The date of a condition is compared with now itself, and so is the end of a session.
    return (
      response.status < 300 &&
      headerOf(request, 'if-modified-since') === undefined &&
      !mayNameSession(request.path)
    )
  return (
    plan.kind === 'api' &&
    plan.api.route.vendor.steady === true &&
    sighting.said === 'recording' &&
    !tellsQuota(world, plan.api)
  )
}

/** Whether this time something comes between a request and its answer: a quota that is used up, or a disturbance. */
const isDifferent = (plan: Asking, usage: Usage, now: Instant): boolean =>
  plan.kind === 'api'
    ? isSpent(usage, plan.api, now) || strikingAmong(plan.api.troubles, usage) !== undefined
    : strikingAmong(plan.storage.troubles, usage) !== undefined

/**
 * Understands requests as the simulator does, and remembers its answers for as long as they hold: whoever sends the very same
 * request again, within the second, is answered the same without its being worked out anew. What counts is counted.
 *
 * Under load all of them would end at once, with the second. So the next ones are worked out one by one before that: an
 * answer is a function of its instant, also of one that is still to come.
 */
export const openSteadyAnswers = (): ((
  setting: Setting,
  origin: Origin,
  request: WireRequest,
) => Understanding) => {
  const known = { api: new WeakMap<WireRequest, Steady>(), storage: new WeakMap<WireRequest, Steady>() }
  let remembered = 0

  const steadyOf = (
    setting: Setting,
    request: WireRequest,
    plan: Plan,
    answer: Answer,
    next?: Steady,
  ): Steady | undefined => {
    if (!isSteady(setting, request, plan, answer)) return undefined
    const { world, now } = setting
    const stretch = stretchAround(world, now)
    const due = stretch.from + ((remembered++ * apart) % 1000)
    return { world, plan, answer, ...stretch, due, next }
  }

  const anew = (
    setting: Setting,
    origin: Origin,
    request: WireRequest,
    next: Steady | undefined,
  ): Understanding => {
    const plan = planOf(setting, origin, request)
    return {
      touch: plan.touch,
      answer: (usage) => {
        const answer = answerTo(setting, origin, request, plan, usage)
        const steady = steadyOf(setting, request, plan, answer, next)
        if (steady) known[origin].set(request, steady)
        return answer
      },
    }
  }

  const ahead = (
    setting: Setting,
    origin: Origin,
    request: WireRequest,
    usage: Usage,
    { until }: Steady,
  ): Steady | undefined => {
    // The first instant of a second has an answer of its own.
    const then = { ...setting, now: until + 1 }
    const plan = planOf(then, origin, request)
    return steadyOf(then, request, plan, answerTo(then, origin, request, plan, usage))
  }

  return (setting, origin, request) => {
    const { world, now } = setting
    const holds = (one: Steady | undefined): boolean =>
      one?.world === world && now >= one.from && now < one.until
    const before = known[origin].get(request)
    const next = before?.next
    const steady = holds(before) ? before : next
    if (!steady || !holds(steady)) {
      const comes = next?.world === world && next.from > now && next.from <= now + 1000
      return anew(setting, origin, request, comes ? next : undefined)
    }
    if (steady !== before) known[origin].set(request, steady)
    const { plan, answer } = steady
    return {
      touch: plan.touch,
      answer: (usage) => {
        if (isDifferent(plan, usage, now))
          return answerTo(setting, origin, request, planOf(setting, origin, request), usage)
        if (now >= steady.due && !steady.next && steady.until < lastInstant)
          steady.next = ahead(setting, origin, request, usage, steady)
        return answer
      },
    }
  }
}
