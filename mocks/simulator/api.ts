import type { Encoded, Said, Vendor } from '../vendors/define.ts'
import type { Route } from '../vendors/route.ts'
import type { Deviation } from '../world/deviation.ts'
import type { Effect } from '../world/disturbance.ts'
import type { WireBody, WireRequest, WireResponse } from '../world/exchange.ts'
import type { Grant } from '../world/grant.ts'
import type { Instant } from '../world/instant.ts'
import type { Call } from '../world/recording.ts'
import { repliesAt } from '../world/replies-at.ts'
import { strikingAmong } from '../world/striking.ts'
import { valueAt } from '../world/timeline.ts'
import { freeAgainAt, type Usage, usedUp } from '../world/usage.ts'
import { type SegmentView, viewOf } from '../world/view.ts'
import type { World } from '../world/world.ts'
import { deviationsOf } from './deviation.ts'
import { disturbEncoded, disturbResponse, disturbSaid } from './disturb.ts'
import { mintingFor } from './minting.ts'
import type { ApiPlan, Setting } from './plan.ts'
import { wireOf } from './wire-of.ts'

/** An API answer, with what a journal would tell of it. */
export interface ApiAnswer {
  readonly response: WireResponse
  readonly said: Said
  readonly grants: readonly Grant[]
  readonly trouble: string | undefined
  readonly breaks: readonly Deviation[]
}

const sayPlainly = (
  { world, place, now, hasher }: Setting,
  { route, finding, asked, refusal }: ApiPlan,
): Said => {
  if (refusal) return refusal
  if (!finding) return { kind: 'not-found' }
  if ('kind' in finding) return finding
  if (!isKnown(finding, route.vendor, now)) return { kind: 'not-found' }
  return asked.operation.asks === 'replies'
    ? { kind: 'replies', replies: repliesAt(finding.replies, now) }
    : { kind: 'recording', view: viewOf(finding, now, mintingFor(world, place, route.vendor, hasher)) }
}

/** Whether an id leads to its call: a public short code can stop doing so before the call is forgotten. */
const isKnown = ({ known, codeValid }: Call, vendor: Vendor, now: Instant): boolean =>
  valueAt(known, now) &&
  (vendor.credential !== undefined || codeValid === undefined || valueAt(codeValid, now))

/** Whether what is left of a quota is told in answers that are no refusal. */
export const tellsQuota = (world: World, { route, quota }: ApiPlan): boolean => {
  const { id } = route.vendor
  const told = world.limits?.[id] ?? (world.profiles?.[id] === 'live' ? 'header' : undefined)
  return quota !== undefined && told === 'header'
}

const quotaLeftIn = ({ world, now }: Setting, usage: Usage, plan: ApiPlan): number | undefined => {
  const { quota } = plan
  return quota && tellsQuota(world, plan)
    ? Math.max(0, quota.limit - usedUp(usage, quota, now) - 1)
    : undefined
}

/** Whether the quota of a request has no room for it. */
export const isSpent = (usage: Usage, { quota }: ApiPlan, now: Instant): boolean =>
  quota !== undefined && usedUp(usage, quota, now) >= quota.limit

const nothing: readonly Deviation[] = []

/** What an answer breaks: by its own words, as far as trouble leaves them and the document knows them; and by the trouble. */
const breaksOf = (
  words: Encoded,
  effect: Effect | undefined,
  { vendor, operation }: Route,
  response: WireResponse,
): readonly Deviation[] => {
  if (!words.breaks && !effect) return nothing
  const replaced = effect?.kind === 'body' || effect?.kind === 'redirect'
  const documented = vendor.responses[operation.id]?.[response.status] !== undefined
  const own = replaced ? [] : (words.breaks ?? []).filter((part) => part !== 'body' || documented)
  const byEffect = effect ? deviationsOf(effect, vendor, operation.id, response) : []
  return [...new Set([...own, ...byEffect])]
}

const handedOut = (segments: readonly SegmentView[], body: WireBody): readonly Grant[] =>
  segments.flatMap(({ grant }) =>
    grant && typeof body === 'string' && body.includes(grant.url) ? grant : [],
  )

/** Answers an API request: key, quota and disturbance first, then what the call is now, in the vendor's words. */
export const answerApi = (setting: Setting, usage: Usage, plan: ApiPlan, request: WireRequest): ApiAnswer => {
  const { now, place } = setting
  const { vendor } = plan.route
  const { quota } = plan
  const spent = isSpent(usage, plan, now)
  const trouble = spent ? undefined : strikingAmong(plan.troubles, usage)
  const plain: Said =
    spent && quota
      ? {
          kind: 'rate-limited',
          retryAfterSeconds: Math.max(1, Math.ceil((freeAgainAt(usage, quota, now) - now) / 1000)),
          told: setting.world.limits?.[vendor.id] ?? 'header',
        }
      : sayPlainly(setting, plan)
  const said = trouble ? disturbSaid(plain, trouble.effect) : plain
  const words = vendor.encode(said, { ...plan.asked, quotaLeft: quotaLeftIn(setting, usage, plan) })
  const encoded = trouble ? disturbEncoded(words, trouble.effect) : words
  const undisturbed = wireOf(encoded, now)
  const response = trouble
    ? disturbResponse(undisturbed, trouble.effect, request.path, place.storageOrigin)
    : undisturbed
  return {
    response,
    said,
    // A vendor that shows one recording mints one link for each segment and hands out only that one's.
    grants: said.kind === 'recording' ? handedOut(said.view.segments, response.body) : [],
    trouble: trouble?.id,
    breaks: breaksOf(encoded, trouble?.effect, plan.route, response),
  }
}
