import type { MediaBody, WireRequest, WireResponse } from '../world/exchange.ts'
import type { Hasher } from '../world/hash.ts'
import type { Instant } from '../world/instant.ts'

/** What a signed URL is to say. A flavour without signatures uses only the address. */
export interface GrantTerms {
  /** Where the URL points, such as `http://127.0.0.1:4011`. */
  readonly origin: string
  /** The canonical storage host that is signed; proxies and free ports may give the origin another one. */
  readonly host: string
  readonly bucket: string
  readonly key: string
  readonly accessKeyId: string
  readonly secret: string
  readonly region: string
  /** The minting; signatures know whole seconds only, so it is rounded down. */
  readonly dateSecond: Instant
  /** At most a week. */
  readonly expiresSeconds: number
  /** Names the signer's own session, whose end ends the URL early. */
  readonly sessionToken?: string
  /** Further query parameters, signed as well: `response-content-type` and the like. */
  readonly parameters?: Readonly<Record<string, string>>
}

/** How far ahead of storage's clock a signature may be dated: assumed, as MinIO has it; no vendor publishes a figure. */
export const clockTolerance = 15 * 60_000

/** One object as storage holds it. */
export interface StoredObject {
  readonly contentType: string
  /** Without quotes. */
  readonly etag: string
  /** Told and compared in whole seconds. */
  readonly lastModified: Instant
  readonly body: MediaBody
}

/** What storage asks the world. */
export interface StorageWorld {
  /** The canonical host that signatures cover, whatever `Host` a request carries. */
  readonly host: string
  /** Judged where given: a credential for another region is refused before its signature is looked at. */
  readonly region?: string
  secretOf(accessKeyId: string): string | undefined
  objectAt(bucket: string, key: string): StoredObject | undefined
  /** Asked where given: an unknown bucket is told from an unknown object. */
  hasBucket?(bucket: string): boolean
  /** When the session that a token names has ended or will end; `undefined` where it goes on. */
  sessionEndedAt?(token: string): Instant | 'unknown' | undefined
}

/** Which object a URL asks for. */
export interface Address {
  readonly bucket: string
  readonly key: string
}

/** Valid in `[from, until)`. */
export interface Lifetime {
  readonly from: Instant
  readonly until: Instant
}

/** One kind of storage: how its URLs are made, and what they answer. */
export interface StorageFlavour {
  readonly id: 's3' | 'gcs' | 'plain'
  /** The URL that grants one object. @throws PlayheadError `bad-link-lifetime`, `bad-instant` */
  presign(terms: GrantTerms, hasher?: Hasher): string
  /** What storage answers; never throws, whatever the request holds. */
  answer(request: WireRequest, world: StorageWorld, now: Instant, hasher?: Hasher): WireResponse
  /** What storage answers when it fails, whatever was asked: a status in its own words, or the end of a signer's session. */
  refuse(why: number | 'expired-token', request: WireRequest, now: Instant): WireResponse
  /** Which object a URL, or a raw path, asks for; `undefined` where it is no URL of this flavour's form. */
  addressOf(url: string): Address | undefined
  /** A grant's validity is arithmetic on its own text; `undefined` where the URL is none of this flavour or has no end. */
  lifetimeOf(url: string): Lifetime | undefined
  /** Who signed: the access key id in the URL's own text. */
  signerOf(url: string): string | undefined
}
