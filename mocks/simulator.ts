import { answerApi } from './simulator/api.ts'
import { isPreflight, preflight, readable, readableFromStorage, storagePreflight } from './simulator/cors.ts'
import { noRoute } from './simulator/no-route.ts'
import { type ApiPlan, planApi, type Setting } from './simulator/plan.ts'
import { answerStorage, planStorage, type StoragePlan } from './simulator/storage.ts'
import type { Deviation } from './world/deviation.ts'
import type { WireRequest, WireResponse } from './world/exchange.ts'
import type { Grant } from './world/grant.ts'
import { afterTouch, type Touch, touchesNothing, type Usage } from './world/usage.ts'

export type { Setting } from './simulator/plan.ts'

/** Which of the two origins a request came to. */
export type Origin = 'api' | 'storage'

/** A request understood, before anything is counted: it names what it will count. */
export type Plan =
  | { readonly kind: 'api'; readonly touch: Touch; readonly api: ApiPlan }
  | { readonly kind: 'storage'; readonly touch: Touch; readonly storage: StoragePlan }
  | { readonly kind: 'preflight' | 'no-route'; readonly touch: Touch }

/** What a journal tells of one request beside its bytes. Nothing of it is sent. */
export interface Sighting {
  readonly origin: Origin
  readonly vendor?: string
  readonly operation?: string
  /** The world's name for the call asked for. */
  readonly call?: string
  readonly account?: string
  /** What the vendor said: `recording`, `not-found`, `rate-limited` … */
  readonly said?: string
  /** The links handed out. */
  readonly grants: readonly Grant[]
  /** The disturbance that struck, and which parts of the document it breaks. */
  readonly trouble?: string
  readonly breaks: readonly Deviation[]
  /** The stored object a storage request is for. */
  readonly segment?: number
}

/** The answer to one request: what to send, and what was seen. */
export interface Answer {
  readonly response: WireResponse
  readonly sighting: Sighting
}

/** An answer, with what is counted from now on. */
export interface Simulated extends Answer {
  readonly usage: Usage
}

/** Understands a request. Pure, like all of the simulator. */
export const planOf = (setting: Setting, origin: Origin, request: WireRequest): Plan => {
  if (isPreflight(request)) return { kind: 'preflight', touch: touchesNothing }
  if (origin === 'storage') {
    const storage = planStorage(setting, request)
    return { kind: 'storage', touch: storage.touch, storage }
  }
  const api = planApi(setting, request)
  return api ? { kind: 'api', touch: api.touch, api } : { kind: 'no-route', touch: touchesNothing }
}

/** Answers a request that is understood. @param usage what had been counted before it, at least for what it touches */
export const answerTo = (
  setting: Setting,
  origin: Origin,
  request: WireRequest,
  plan: Plan,
  usage: Usage,
): Answer => {
  switch (plan.kind) {
    case 'preflight': {
      const response = origin === 'storage' ? storagePreflight(request) : preflight(request)
      return { response, sighting: { origin, grants: [], breaks: [] } }
    }
    case 'no-route': {
      const { response, breaks } = noRoute(setting, request)
      return { response: readable(response, request), sighting: { origin, grants: [], breaks } }
    }
    case 'storage': {
      const { response, trouble, breaks } = answerStorage(setting, usage, plan.storage, request)
      const { vendor, found } = plan.storage
      return {
        response: readableFromStorage(response, request),
        sighting: {
          origin,
          grants: [],
          breaks,
          ...(vendor === undefined ? {} : { vendor, operation: 'media' }),
          ...(found ? { call: found.call.ref, segment: found.segment } : {}),
          ...(trouble === undefined ? {} : { trouble }),
        },
      }
    }
    case 'api': {
      const { response, said, grants, trouble, breaks } = answerApi(setting, usage, plan.api, request)
      const { route, finding, account } = plan.api
      return {
        response: readable(response, request),
        sighting: {
          origin,
          vendor: route.vendor.id,
          operation: route.operation.id,
          said: said.kind,
          grants,
          breaks,
          ...(finding && 'ref' in finding ? { call: finding.ref } : {}),
          ...(account === undefined ? {} : { account }),
          ...(trouble === undefined ? {} : { trouble }),
        },
      }
    }
  }
}

/**
 * The whole simulator in one function, with what is counted from now on: the same setting, usage and request give the same
 * answer, whoever asks and whenever.
 */
export const simulate = (setting: Setting, usage: Usage, origin: Origin, request: WireRequest): Simulated => {
  const plan = planOf(setting, origin, request)
  const answer = answerTo(setting, origin, request, plan, usage)
  return { ...answer, usage: afterTouch(usage, plan.touch, setting.now) }
}
