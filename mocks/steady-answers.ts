import { isSpent, tellsQuota } from './simulator/api.ts'
import { mayNameSession } from './simulator/minting.ts'
import { type Answer, answerTo, type Origin, type Plan, planOf, type Setting } from './simulator.ts'
import type { Understanding } from './understanding.ts'
import { boundariesOf } from './world/boundaries.ts'
import { headerOf, type WireRequest } from './world/exchange.ts'
import { firstAfter } from './world/first-after.ts'
import type { Instant } from './world/instant.ts'
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
 */
export const openSteadyAnswers = (): ((
  setting: Setting,
  origin: Origin,
  request: WireRequest,
) => Understanding) => {
  const known = { api: new WeakMap<WireRequest, Steady>(), storage: new WeakMap<WireRequest, Steady>() }

  const anew = (setting: Setting, origin: Origin, request: WireRequest): Understanding => {
    const plan = planOf(setting, origin, request)
    return {
      touch: plan.touch,
      answer: (usage) => {
        const answer = answerTo(setting, origin, request, plan, usage)
        const { world, now } = setting
        if (isSteady(setting, request, plan, answer))
          known[origin].set(request, { world, plan, answer, ...stretchAround(world, now) })
        return answer
      },
    }
  }

  return (setting, origin, request) => {
    const { world, now } = setting
    const before = known[origin].get(request)
    if (before?.world !== world || now < before.from || now >= before.until)
      return anew(setting, origin, request)
    const { plan, answer } = before
    return {
      touch: plan.touch,
      answer: (usage) =>
        isDifferent(plan, usage, now)
          ? answerTo(setting, origin, request, planOf(setting, origin, request), usage)
          : answer,
    }
  }
}
