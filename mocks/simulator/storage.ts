import type { StorageFlavour } from '../storage/flavour.ts'
import { storages } from '../storage/index.ts'
import { readTarget } from '../storage/target.ts'
import type { Deviation } from '../world/deviation.ts'
import type { Disturbance, Effect } from '../world/disturbance.ts'
import type { WireRequest, WireResponse } from '../world/exchange.ts'
import { matches, strikingAmong, type Target } from '../world/striking.ts'
import { type Touch, touchesNothing, type Usage } from '../world/usage.ts'
import { disturbResponse } from './disturb.ts'
import { bucketOf, type Found, findObject, flavourOf, replaced, storageWorld } from './minting.ts'
import type { Setting } from './plan.ts'

/** What is known of a storage request before anything is counted. */
export interface StoragePlan {
  readonly vendor: string | undefined
  /** The vendor's; where the bucket is nobody's, the one that says the most of it. */
  readonly flavour: StorageFlavour
  readonly found: Found | undefined
  readonly troubles: readonly Disturbance[]
  readonly touch: Touch
}

/** Understands a storage request: whose bucket, which object, what trouble is meant for it. */
export const planStorage = ({ world, vendors, now }: Setting, request: WireRequest): StoragePlan => {
  // Buckets come first in the paths of all flavours; what follows is each one's own.
  const bucket = readTarget(request.path)?.bucket
  const vendor = vendors.find((one) => bucketOf(one) === bucket)
  if (!vendor)
    return {
      vendor: undefined,
      flavour: storages.s3,
      found: undefined,
      troubles: [],
      touch: touchesNothing,
    }
  const flavour = flavourOf(world, vendor)
  const address = flavour.addressOf(request.path)
  const found = address && findObject(world, vendor, address.key, now)
  const target: Target = { role: 'storage', vendor: vendor.id, operation: 'media', call: found?.call.ref }
  const troubles = world.disturbances.filter((one) => matches(one, target, now))
  const touch = { quotas: [], arrivals: troubles.map(({ id }) => id) }
  return { vendor: vendor.id, flavour, found, troubles, touch }
}

/** The request as storage reads it that takes no notice of a Range. */
const withoutRange = ({ headers: { range: _, ...headers }, ...request }: WireRequest): WireRequest => ({
  ...request,
  headers,
})

/** The request as storage reads it that begins to send half-way to where it was asked to. */
const fromElsewhere = ({ headers, ...request }: WireRequest): WireRequest => {
  const { range = '', ...rest } = headers
  const begun = range.replace(/^bytes=(\d+)-/i, (_, first: string) => `bytes=${BigInt(first) / 2n}-`)
  return { ...request, headers: range ? { ...rest, range: begun } : rest }
}

/** The request as storage reads it, under an effect on what it sends. */
const readUnder = (effect: Effect | undefined, request: WireRequest): WireRequest => {
  if (effect?.kind !== 'other-bytes' || effect.as === 'replaced') return request
  return effect.as === 'whole' ? withoutRange(request) : fromElsewhere(request)
}

/** What storage finds, under an effect on what it holds. */
const foundUnder = (
  effect: Effect | undefined,
  { world, vendors }: Setting,
  { found, vendor: id }: StoragePlan,
): Found | undefined => {
  const vendor = vendors.find((one) => one.id === id)
  const isReplaced = effect?.kind === 'other-bytes' && effect.as === 'replaced'
  return isReplaced && vendor && found ? replaced(world, vendor, found) : found
}

/** A storage answer, with what a journal would tell of it. */
export interface StorageAnswer {
  readonly response: WireResponse
  readonly trouble: string | undefined
  readonly breaks: readonly Deviation[]
}

/** Answers a storage request: the link, the object, the range; then the trouble, if one is meant for it. */
export const answerStorage = (
  setting: Setting,
  usage: Usage,
  plan: StoragePlan,
  request: WireRequest,
): StorageAnswer => {
  const { world, place, now, hasher } = setting
  const trouble = strikingAmong(plan.troubles, usage)
  const { flavour } = plan
  const found = foundUnder(trouble?.effect, setting, plan)
  const read = readUnder(trouble?.effect, request)
  const plain = flavour.answer(read, storageWorld(world, place, found), now, hasher)
  if (!trouble) return { response: plain, trouble: undefined, breaks: [] }
  const { effect } = trouble
  const refused =
    effect.kind === 'die-early'
      ? flavour.refuse('expired-token', request, now)
      : effect.kind === 'status'
        ? flavour.refuse(effect.status, request, now)
        : plain
  const transport = effect.kind === 'reset' || effect.kind === 'truncate' || effect.kind === 'silence'
  return {
    response: disturbResponse(refused, effect, request.path, place.apiOrigin),
    trouble: trouble.id,
    breaks: transport ? ['transport'] : [],
  }
}
