import type { Said } from '../vendors/define.ts'
import type { Deviation } from '../world/deviation.ts'
import { strikes } from '../world/disturbance.ts'
import type { WireBody, WireRequest, WireResponse } from '../world/exchange.ts'
import type { Grant } from '../world/grant.ts'
import { toHttpDate } from '../world/instant.ts'
import { repliesAt } from '../world/recording.ts'
import { valueAt } from '../world/timeline.ts'
import { freeAgainAt, type Usage, usedUp } from '../world/usage.ts'
import { type SegmentView, viewOf } from '../world/view.ts'
import { deviationsOf } from './deviation.ts'
import { disturbEncoded, disturbResponse, disturbSaid } from './disturb.ts'
import { mintingFor } from './minting.ts'
import type { ApiPlan, Setting } from './plan.ts'

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
  if (!valueAt(finding.known, now)) return { kind: 'not-found' }
  return asked.operation.asks === 'replies'
    ? { kind: 'replies', replies: repliesAt(finding.replies, now) }
    : { kind: 'recording', view: viewOf(finding, now, mintingFor(world, place, route.vendor, hasher)) }
}

const handedOut = (segments: readonly SegmentView[], body: WireBody): readonly Grant[] =>
  segments.flatMap(({ grant }) =>
    grant && typeof body === 'string' && body.includes(grant.url) ? grant : [],
  )

/** Answers an API request: key, quota and disturbance first, then what the call is now, in the vendor's words. */
export const answerApi = (setting: Setting, usage: Usage, plan: ApiPlan, request: WireRequest): ApiAnswer => {
  const { now, place } = setting
  const { vendor, operation } = plan.route
  const { quota } = plan
  const spent = quota !== undefined && usedUp(usage, quota, now) >= quota.limit
  const trouble = spent ? undefined : plan.troubles.find((one) => strikes(one, usage.arrivals[one.id] ?? 0))
  const plain: Said = spent
    ? {
        kind: 'rate-limited',
        retryAfterSeconds: Math.max(1, Math.ceil((freeAgainAt(usage, quota, now) - now) / 1000)),
        told: 'header',
      }
    : sayPlainly(setting, plan)
  const said = trouble ? disturbSaid(plain, trouble.effect) : plain
  const words = vendor.encode(said, plan.asked)
  const encoded = trouble ? disturbEncoded(words, trouble.effect) : words
  const undisturbed: WireResponse = {
    status: encoded.status,
    headers: { 'content-type': 'application/json', date: toHttpDate(now), ...encoded.headers },
    body: typeof encoded.body === 'string' ? encoded.body : JSON.stringify(encoded.body),
  }
  const response = trouble
    ? disturbResponse(undisturbed, trouble.effect, request.path, place.storageOrigin)
    : undisturbed
  return {
    response,
    said,
    // A vendor that shows one recording mints one link for each segment and hands out only that one's.
    grants: said.kind === 'recording' ? handedOut(said.view.segments, response.body) : [],
    trouble: trouble?.id,
    breaks: trouble ? deviationsOf(trouble.effect, vendor, operation.id, response) : [],
  }
}
