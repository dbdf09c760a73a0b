import type { StorageFlavour, StorageWorld, StoredObject } from '../storage/flavour.ts'
import { storages } from '../storage/index.ts'
import type { Vendor } from '../vendors/define.ts'
import { type Audio, audio } from '../world/audio.ts'
import { accessKeyIdOf, type Grant } from '../world/grant.ts'
import type { Hasher } from '../world/hash.ts'
import type { Instant } from '../world/instant.ts'
import { callOf } from '../world/lookup.ts'
import type { Place } from '../world/place.ts'
import type { Call, LinkKind, MediaType, Segment } from '../world/recording.ts'
import { sourceOf } from '../world/retention.ts'
import { draw, hashText } from '../world/seed.ts'
import { valueAt } from '../world/timeline.ts'
import { linkable, type Minting } from '../world/view.ts'
import type { World } from '../world/world.ts'

const region = 'us-east-1'
const extensions = { 'audio/mpeg': 'mp3', 'audio/mp4': 'mp4', 'video/mp4': 'mp4' } as const

/** How long before now a link that arrives dead has ended. */
const deadForMs = 60_000

const secretOf = (world: World, accessKeyId: string): string =>
  draw(world.seed, 'secret', accessKeyId).hex(40)

/** The kind of storage that a vendor's links lead to in a world. */
export const flavourOf = (world: World, vendor: Vendor): StorageFlavour =>
  storages[world.storage?.[vendor.id] ?? vendor.link.storage ?? 's3']

/** The bucket a vendor's recordings lie in; its name tells whose they are. */
export const bucketOf = (vendor: Vendor): string => `${vendor.id}-recordings`

/** The kind of file a vendor keeps a segment as: the world's where it stores that kind, else the first it does store. */
export const typeAt = (vendor: Vendor, segment: Segment): MediaType =>
  vendor.stores.includes(segment.type) ? segment.type : vendor.stores[0]

/** The key of a segment's stored object: whose call, which segment, what kind of file. */
export const keyOfSegment = (vendor: Vendor, call: Call, segment: Segment): string =>
  `${call.account}/${call.ref}/${segment.id}.${extensions[typeAt(vendor, segment)]}`

const sounds = new WeakMap<Segment, Map<string, Audio>>()

/** How often a stored object may have been replaced by another. */
export const versions = [0, 1] as const
export type Version = (typeof versions)[number]

/** The sound of a segment: a tone of its own voice, of exactly its length. Each version has another voice. */
export const soundOf = (
  world: World,
  vendor: Vendor,
  call: Call,
  segment: Segment,
  version: Version = 0,
): Audio => {
  const type = typeAt(vendor, segment)
  const voice = (hashText(`${world.seed}/${call.ref}/${segment.id}`) + version) % 12
  const remembered = sounds.get(segment) ?? new Map<string, Audio>()
  sounds.set(segment, remembered)
  // Worlds share their parts: a segment alone does not say whose voice it has.
  const known = remembered.get(`${type} ${voice}`)
  if (known) return known
  const made = audio({ type, durationMs: Math.round(segment.durationSeconds * 1000), voice })
  remembered.set(`${type} ${voice}`, made)
  return made
}

const tokenPrefix = 'PHST'

/** The token of a signer's session that ends at an instant; the end can be read off it. */
const sessionToken = (endsAt: Instant): string => `${tokenPrefix}${endsAt.toString(36)}`

/** Whether a URL, or a raw path, may lean on its signer's session, which can end in the midst of a second. */
export const mayNameSession = (url: string): boolean => url.includes(tokenPrefix)

const sessionEndedAt = (token: string): Instant | 'unknown' =>
  token.startsWith(tokenPrefix) && /^[0-9a-z]{1,10}$/.test(token.slice(tokenPrefix.length))
    ? Number.parseInt(token.slice(tokenPrefix.length), 36)
    : 'unknown'

/** When the signer's own session ends, where a link leans on one: halfway, or where only that can end a link, at once. */
const sessionEnd = (
  { id }: StorageFlavour,
  kind: LinkKind,
  mintedAt: Instant,
  lifetimeMs: number,
): Instant | undefined => {
  if (kind === 'dies-early') return mintedAt + Math.ceil(lifetimeMs / 2)
  return kind === 'arrives-dead' && id === 'plain' ? mintedAt + lifetimeMs : undefined
}

/** Who signs in one world, as seen from one place. */
interface Signer {
  readonly accessKeyId: string
  readonly secret: string
  /** By vendor. */
  readonly mintings: WeakMap<Vendor, Minting>
}

const signers = new WeakMap<World, WeakMap<Place, Signer>>()

const signerOf = (world: World, place: Place): Signer => {
  const byPlace = signers.get(world) ?? new WeakMap<Place, Signer>()
  signers.set(world, byPlace)
  const known = byPlace.get(place)
  if (known) return known
  const accessKeyId = accessKeyIdOf(place.sandbox)
  const signer: Signer = { accessKeyId, secret: secretOf(world, accessKeyId), mintings: new WeakMap() }
  byPlace.set(place, signer)
  return signer
}

/** Makes links for one vendor in one world, as seen from one place. */
export const mintingFor = (world: World, place: Place, vendor: Vendor, hasher?: Hasher): Minting => {
  const signer = signerOf(world, place)
  const known = signer.mintings.get(vendor)
  if (known) return known
  const made = newMinting(world, place, vendor, signer, hasher)
  signer.mintings.set(vendor, made)
  return made
}

const newMinting = (
  world: World,
  place: Place,
  vendor: Vendor,
  { accessKeyId, secret }: Signer,
  hasher: Hasher | undefined,
): Minting => {
  // The last link of each segment: another of the same second is the same.
  const latest = new WeakMap<Segment, { readonly call: Call; readonly grant: Grant }>()
  const lifetimeSeconds = world.lifetimes[vendor.id] ?? vendor.link.lifetimeSeconds
  const flavour = flavourOf(world, vendor)
  return {
    typeOf: (segment) => typeAt(vendor, segment),
    sourceAt: (segment, now) => valueAt(sourceOf(world, vendor.id, segment), now),
    bytesOf: (call, segment) => soundOf(world, vendor, call, segment).length,
    mint: (call, segment, now) => {
      const kind = valueAt(segment.link, now)
      if (kind === 'none') return undefined
      const lifetimeMs = lifetimeSeconds * 1000
      const mintedAt = kind === 'arrives-dead' ? Math.max(0, now - lifetimeMs - deadForMs) : now
      const dateSecond = Math.floor(mintedAt / 1000) * 1000
      const endsAt = sessionEnd(flavour, kind, dateSecond, lifetimeMs)
      const before = latest.get(segment)
      const same =
        before?.call === call && before.grant.from === dateSecond && before.grant.diesAt === endsAt
          ? before.grant
          : undefined
      const signed = (): string =>
        flavour.presign(
          {
            origin: place.storageOrigin,
            host: place.storageHost,
            bucket: bucketOf(vendor),
            key: keyOfSegment(vendor, call, segment),
            accessKeyId,
            secret,
            region,
            dateSecond,
            expiresSeconds: lifetimeSeconds,
            ...(endsAt === undefined ? {} : { sessionToken: sessionToken(endsAt) }),
          },
          hasher,
        )
      const until = flavour.id === 'plain' ? undefined : dateSecond + lifetimeMs
      // A dead arrival is told as if it were fresh: that it is not is the point. So is a link without an end of its own,
      // since what a vendor has to tell has no word for that.
      const secondsLeft =
        kind === 'arrives-dead' || until === undefined ? lifetimeSeconds : Math.floor((until - now) / 1000)
      if (same?.secondsLeft === secondsLeft) return same
      const grant: Grant = {
        url: same?.url ?? signed(),
        vendor: vendor.id,
        call: call.ref,
        segment: segment.id,
        from: dateSecond,
        until,
        ...(endsAt === undefined ? {} : { diesAt: endsAt }),
        secondsLeft,
      }
      latest.set(segment, { call, grant })
      return grant
    },
  }
}

/** One stored object found by its address. */
export interface Found {
  readonly call: Call
  /** Which of the call's segments, from 0. */
  readonly segment: number
  readonly object: StoredObject
}

/** The object that an address names at a vendor, while its source is kept and its recording is not taken back. */
export const findObject = (world: World, vendor: Vendor, key: string, now: Instant): Found | undefined => {
  const [account, ref] = key.split('/')
  const call = ref === undefined ? undefined : callOf(world, ref)
  if (!call || call.account !== account) return undefined
  const index = call.segments.findIndex((segment) => keyOfSegment(vendor, call, segment) === key)
  const segment = call.segments[index]
  if (!segment || !linkable.has(valueAt(segment.status, now))) return undefined
  if (valueAt(sourceOf(world, vendor.id, segment), now) === 'gone') return undefined
  return { call, segment: index, object: objectOf(world, vendor, call, segment, 0) }
}

const objectOf = (
  world: World,
  vendor: Vendor,
  call: Call,
  segment: Segment,
  version: Version,
): StoredObject => {
  const sound = soundOf(world, vendor, call, segment, version)
  const { contentType, etag } = sound
  // Storage knows whole seconds only.
  return { contentType, etag, lastModified: (segment.startedAt ?? 0) + version * 1000, body: sound }
}

/** What stands at an address once its object was replaced: as long, of the same kind, and none of its bytes. */
export const replaced = (world: World, vendor: Vendor, found: Found): Found => {
  const segment = found.call.segments[found.segment]
  return segment ? { ...found, object: objectOf(world, vendor, found.call, segment, 1) } : found
}

/** What storage asks a world about one request. @param found what its address names, looked up already */
export const storageWorld = (world: World, place: Place, found: Found | undefined): StorageWorld => ({
  host: place.storageHost,
  region,
  secretOf: (accessKeyId) => {
    const signer = signerOf(world, place)
    return accessKeyId === signer.accessKeyId ? signer.secret : undefined
  },
  objectAt: () => found?.object,
  sessionEndedAt,
})
