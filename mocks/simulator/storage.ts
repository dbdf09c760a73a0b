import { s3 } from '../storage/s3.ts'
import { readTarget } from '../storage/target.ts'
import type { Deviation } from '../world/deviation.ts'
import { type Disturbance, matches, strikes, type Target } from '../world/disturbance.ts'
import type { WireRequest, WireResponse } from '../world/exchange.ts'
import { type Touch, touchesNothing, type Usage } from '../world/usage.ts'
import { disturbResponse } from './disturb.ts'
import { bucketOf, type Found, findObject, storageWorld } from './minting.ts'
import type { Setting } from './plan.ts'

/** What is known of a storage request before anything is counted. */
export interface StoragePlan {
  readonly vendor: string | undefined
  readonly found: Found | undefined
  readonly troubles: readonly Disturbance[]
  readonly touch: Touch
}

/** Understands a storage request: whose bucket, which object, what trouble is meant for it. */
export const planStorage = ({ world, vendors, now }: Setting, request: WireRequest): StoragePlan => {
  const address = readTarget(request.path)
  const vendor = address && vendors.find((one) => bucketOf(one) === address.bucket)
  if (!address || !vendor) return { vendor: undefined, found: undefined, troubles: [], touch: touchesNothing }
  const found = findObject(world, vendor, address.key, now)
  const target: Target = { role: 'storage', vendor: vendor.id, operation: 'media', call: found?.call.ref }
  const troubles = world.disturbances.filter((one) => matches(one, target, now))
  return { vendor: vendor.id, found, troubles, touch: { quotas: [], arrivals: troubles.map(({ id }) => id) } }
}

/** A storage answer, with what a journal would tell of it. */
export interface StorageAnswer {
  readonly response: WireResponse
  readonly trouble: string | undefined
  readonly breaks: readonly Deviation[]
}

/** Answers a storage request: the link, the object, the range; then the trouble, if one is meant for it. */
export const answerStorage = (
  { world, place, vendors, now, hasher }: Setting,
  usage: Usage,
  plan: StoragePlan,
  request: WireRequest,
): StorageAnswer => {
  const trouble = plan.troubles.find((one) => strikes(one, usage.arrivals[one.id] ?? 0))
  const plain = s3.answer(request, storageWorld(world, place, vendors, now), now, hasher)
  if (!trouble) return { response: plain, trouble: undefined, breaks: [] }
  const { effect } = trouble
  const refused =
    effect.kind === 'die-early'
      ? s3.refuse('expired-token', request, now)
      : effect.kind === 'status'
        ? s3.refuse(effect.status, request, now)
        : plain
  const transport = effect.kind === 'reset' || effect.kind === 'truncate' || effect.kind === 'silence'
  return {
    response: disturbResponse(refused, effect, request.path, place.apiOrigin),
    trouble: trouble.id,
    breaks: transport ? ['transport'] : [],
  }
}
