import type { Asked, Said, Vendor } from '../vendors/define.ts'
import { callById } from '../vendors/lookup.ts'
import { type Route, routeOf } from '../vendors/route.ts'
import type { Disturbance } from '../world/disturbance.ts'
import type { WireRequest } from '../world/exchange.ts'
import type { Hasher } from '../world/hash.ts'
import type { Instant } from '../world/instant.ts'
import type { Place } from '../world/place.ts'
import type { Call } from '../world/recording.ts'
import { hashText } from '../world/seed.ts'
import { matches, type Target } from '../world/striking.ts'
import type { Quota, Touch } from '../world/usage.ts'
import type { World } from '../world/world.ts'
import { type Admission, admit } from './admit.ts'

/** Everything an answer depends on but usage. */
export interface Setting {
  readonly world: World
  readonly place: Place
  readonly vendors: readonly Vendor[]
  readonly now: Instant
  /** A faster SHA-256 with the same answers, where a host has one. */
  readonly hasher?: Hasher | undefined
}

/** What is known of an API request before anything is counted. */
export interface ApiPlan {
  readonly route: Route
  readonly asked: Asked
  /** Why it is refused, before quotas and troubles come into it. */
  readonly refusal: Extract<Said, { kind: 'unauthorized' | 'forbidden' | 'method-not-allowed' }> | undefined
  /** A fault of the id, or the call asked for; a call of another account is none. */
  readonly finding: Call | Extract<Said, { kind: 'invalid-request' }> | undefined
  readonly account: string | undefined
  readonly quota: Quota | undefined
  /** The disturbances that are meant for it, in the world's order. */
  readonly troubles: readonly Disturbance[]
  readonly touch: Touch
}

const decodedId = (raw: string): string | undefined => {
  if (!raw.includes('%')) return raw
  try {
    return decodeURIComponent(raw)
  } catch {
    return undefined
  }
}

/** Why a request is refused before anything else is looked at. */
const refusalFor = (
  { vendor, operation }: Route,
  admission: Admission,
  method: string,
): ApiPlan['refusal'] => {
  const wrongMethod = method === operation.method ? undefined : ({ kind: 'method-not-allowed' } as const)
  const unwelcome = 'refusal' in admission ? (admission.refusal as ApiPlan['refusal']) : undefined
  return vendor.methodFirst ? (wrongMethod ?? unwelcome) : (unwelcome ?? wrongMethod)
}

/** Understands an API request; `undefined` where its path means nothing. */
export const planApi = (
  { world, place, vendors, now }: Setting,
  request: WireRequest,
): ApiPlan | undefined => {
  const route = routeOf(vendors, request.path)
  if (!route) return undefined
  const { vendor, operation } = route
  const id = decodedId(route.rawId)
  const trace = hashText(`${now}/${place.sandbox}/${request.path}`).toString(16).padStart(8, '0')
  const profile = world.profiles?.[vendor.id]
  const asked: Asked = { operation, id: id ?? route.rawId, now, trace, profile }
  const admission = admit(world, vendor, request, now)
  const refusal = refusalFor(route, admission, request.method)
  const account = 'refusal' in admission ? undefined : admission.account?.id
  const fault =
    id === undefined ? { type: 'encoding', message: 'is not URL-encoded' } : vendor.ids.faultOf(id)
  const call = fault || id === undefined ? undefined : callById(vendor, world, id)
  const mine = call && (vendor.credential === undefined || call.account === account) ? call : undefined
  const target: Target = { role: 'api', vendor: vendor.id, operation: operation.id, call: mine?.ref }
  const troubles = refusal ? [] : world.disturbances.filter((one) => matches(one, target, now))
  const limit = world.quotas && !refusal ? vendor.rateLimit : undefined
  const holder = limit?.per === 'account' ? account : 'refusal' in admission ? undefined : admission.key
  const quota = limit && holder !== undefined ? { ...limit, key: `${vendor.id} ${holder}` } : undefined
  return {
    route,
    asked,
    refusal,
    finding: fault ? { kind: 'invalid-request', fault, value: asked.id } : mine,
    account,
    quota,
    troubles,
    touch: { quotas: quota ? [quota] : [], arrivals: troubles.map(({ id: trouble }) => trouble) },
  }
}
