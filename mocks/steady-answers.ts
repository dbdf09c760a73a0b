import { isSpent, strikingOf, tellsQuota } from './simulator/api.ts'
import type { ApiPlan } from './simulator/plan.ts'
import { type Answer, answerTo, type Origin, type Plan, planOf, type Setting } from './simulator.ts'
import type { Understanding } from './understanding.ts'
import { boundariesOf } from './world/boundaries.ts'
import type { WireRequest } from './world/exchange.ts'
import { firstAfter } from './world/first-after.ts'
import type { Instant } from './world/instant.ts'
import type { World } from './world/world.ts'

/** An answer that stays the same to the byte for as long as nothing that decides about it changes. */
interface Steady {
  readonly world: World
  readonly api: ApiPlan
  readonly answer: Answer
  /** It holds in `[from, until)`. */
  readonly from: Instant
  readonly until: Instant
}

/** The stretch around an instant in which no date, no second left and nothing of the world changes. */
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

/** What can be told of an answer again: a vendor's plain words for a recording. */
const isSteady = ({ world }: Setting, plan: Plan, { sighting }: Answer): plan is Plan & { kind: 'api' } =>
  plan.kind === 'api' &&
  plan.api.route.vendor.steady === true &&
  sighting.said === 'recording' &&
  sighting.trouble === undefined &&
  !tellsQuota(world, plan.api)

/**
 * Understands requests as the simulator does, and remembers its answers for as long as they hold: whoever sends the very same
 * request again, within the second, is answered the same without its being worked out anew. What counts is counted.
 */
export const openSteadyAnswers = (): ((
  setting: Setting,
  origin: Origin,
  request: WireRequest,
) => Understanding) => {
  const known = new WeakMap<WireRequest, Steady>()

  const anew = (setting: Setting, origin: Origin, request: WireRequest): Understanding => {
    const plan = planOf(setting, origin, request)
    return {
      touch: plan.touch,
      answer: (usage) => {
        const answer = answerTo(setting, origin, request, plan, usage)
        const { world, now } = setting
        if (isSteady(setting, plan, answer))
          known.set(request, { world, api: plan.api, answer, ...stretchAround(world, now) })
        return answer
      },
    }
  }

  return (setting, origin, request) => {
    const { world, now } = setting
    const before = origin === 'api' ? known.get(request) : undefined
    if (before?.world !== world || now < before.from || now >= before.until)
      return anew(setting, origin, request)
    const { api, answer } = before
    return {
      touch: api.touch,
      answer: (usage) =>
        isSpent(usage, api, now) || strikingOf(usage, api)
          ? answerTo(setting, origin, request, planOf(setting, origin, request), usage)
          : answer,
    }
  }
}
