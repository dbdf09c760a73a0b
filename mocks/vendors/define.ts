import type { Deviation } from '../world/deviation.ts'
import type { ErrorShape } from '../world/disturbance.ts'
import type { Instant } from '../world/instant.ts'
import type { Outcome, OutcomeKind, RepliesOutcome } from '../world/outcome.ts'
import type { MediaType, Reply } from '../world/recording.ts'
import type { StorageId } from '../world/storage-id.ts'
import type { CallView } from '../world/view.ts'
import type { Profile } from '../world/world.ts'

/** How a vendor wants to be told who asks. */
export interface Credential {
  /** Lower case. */
  readonly header: string
  /** The header, lower case, that may name the organisation somebody asks for. */
  readonly organization?: string
  /** Stands before the key, with a space: `Bearer`. */
  readonly scheme?: string
  /** The key of the default account in worlds of our own. */
  readonly defaultKey: string
}

/** One route of a vendor. */
export interface Operation {
  readonly id: string
  readonly method: 'GET'
  /** As in the vendor's document: `/v1/call/{id}/recording`; the one parameter is the call's id. */
  readonly path: string
  readonly asks: 'recording' | 'replies'
}

/** How a vendor writes ids: one to one with 32 hexadecimal digits, of which the first ten may be all it keeps. */
export interface IdFormat {
  /** The id that stands for 32 hexadecimal digits. */
  of(hex: string): string
  /** The first ten digits an id stands for, where it could be one of ours. */
  digitsOf(id: string): string | undefined
  /** What is wrong with an id, in the vendor's own words; `undefined` where it is well formed. */
  faultOf(id: string): IdFault | undefined
  /** The form ids are looked up in, where a vendor accepts several spellings of one id. */
  canonical?(id: string): string
}

/** Why an id is refused. */
export interface IdFault {
  readonly message: string
  readonly type: string
  readonly context?: Readonly<Record<string, string>>
}

/** What a vendor has to say, before it puts it in its own words. */
export type Said =
  | { readonly kind: 'recording'; readonly view: CallView }
  | { readonly kind: 'replies'; readonly replies: readonly Reply[] }
  | Refusal

/** Why a vendor does not answer the question itself. */
export type Refusal = (
  | { readonly kind: 'unauthorized'; readonly why: 'missing' | 'wrong' | 'expired' | 'revoked' }
  | { readonly kind: 'forbidden' | 'not-found' }
  | { readonly kind: 'invalid-request'; readonly fault: IdFault; readonly value: string }
  | ({ readonly kind: 'rate-limited' } & Wait)
  | ({ readonly kind: 'failed'; readonly status: number } & Wait)
  | { readonly kind: 'method-not-allowed' }
) & {
  /** Which of several error bodies, where the vendor has them and another than the status's own is wanted. */
  readonly shape?: ErrorShape | undefined
}

/** How long to wait, and how it is told: in Retry-After as seconds or as a date, in the vendor's own way, or not. */
export interface Wait {
  readonly retryAfterSeconds?: number | undefined
  readonly told: 'header' | 'date' | 'body' | 'untold'
}

/** What an answer may repeat of its question. */
export interface Asked {
  readonly operation: Operation
  /** The id as it was asked for. */
  readonly id: string
  readonly now: Instant
  /** Stable for this request: trace ids and the like are made from it. */
  readonly trace: string
  /** Whose words: `published` where left out. */
  readonly profile?: Profile | undefined
  /** How many more requests the quota has room for after this one, where answers that are none of its refusals tell it. */
  readonly quotaLeft?: number | undefined
}

/** An answer in the vendor's own words, not yet bytes. */
export interface Encoded {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** What these words break of the vendor's own document. */
  readonly breaks?: readonly Deviation[]
}

/** An answer as a client sees it. */
export interface Answered {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** An answer as a client may understand it. */
export interface Decoded<O = Outcome> {
  /** The best reading. */
  readonly outcome: O
  /** Every kind that a fair reader may conclude from it, the best one included. */
  readonly fair: readonly OutcomeKind[]
  /** The places of segments that play by the best reading, and that a careful reader need not trust. */
  readonly doubtful?: readonly number[]
}

/** The vendor's published limit on requests. */
export interface RateLimit {
  readonly limit: number
  readonly windowMs: number
  readonly per: 'key' | 'account'
}

/** What a vendor's document says of each answer: operation id, then status. */
export type Responses = Readonly<
  Record<string, Readonly<Record<string, { readonly contentType: string; readonly schema: unknown }>>>
>

/**
 * A vendor is a lens: it puts what a call is into its own words, and takes it out of them again. One file each; all of
 * it is pure.
 */
export interface Vendor {
  /** Lower case: the name of its folder under specs/ and of its base path. */
  readonly id: string
  readonly name: string
  /** Where its page stands. */
  readonly docs: string
  /** Where it really answers, for hosts that intercept. */
  readonly origin: string
  /** Other origins that answer alike, such as those of a former name. */
  readonly alsoAt?: readonly string[]
  /** Absent where the vendor asks for none. */
  readonly credential?: Credential
  readonly operations: readonly Operation[]
  /** Generated from its document with our corrections. */
  readonly responses: Responses
  /** The whole document with our corrections, loaded where somebody asks for it. */
  readonly document: () => Promise<unknown>
  readonly ids: IdFormat
  /** How long a link lives where the world does not say, and whether the vendor tells clients at all. */
  readonly link: {
    readonly lifetimeSeconds: number
    readonly told: 'relative' | 'absolute' | 'untold'
    /** The kind of storage it leads to; `s3` where left out. */
    readonly storage?: StorageId
  }
  /** The kinds of file it keeps; recordings of another kind are kept as the first. */
  readonly stores: readonly [MediaType, ...MediaType[]]
  readonly rateLimit?: RateLimit
  /** For how many months after its start it says that it keeps a recording. */
  readonly keepsMonths?: number
  /** Whether another method is refused before anybody asks who it is. */
  readonly methodFirst?: true
  /**
   * Whether its words for a recording change with the second and with nothing finer, and repeat no trace: then they can be
   * told again within the second without being worked out anew.
   */
  readonly steady?: true
  /** Whether links and statuses for one call come as several segments or as one recording. */
  readonly shows: 'segments' | 'recording'
  /** What this vendor does not publish and Playhead assumes, one short sentence each. */
  readonly assumes: readonly string[]
  encode(said: Said, asked: Asked): Encoded
  /** Its own answer to a path it does not know; where it has none, Playhead says which route comes nearest. */
  unrouted?(profile: Profile): Encoded | undefined
  decode(answered: Answered, now: Instant): Decoded
  decodeReplies?(answered: Answered, now: Instant): Decoded<RepliesOutcome>
  /** What it is able to tell of what it says: the law is `decode(encode(said)).outcome` equals this. */
  tells(said: Said, now: Instant, profile?: Profile): Outcome | RepliesOutcome
}

/** Types a vendor without widening it. */
export const defineVendor = <const V extends Vendor>(vendor: V): V => vendor
