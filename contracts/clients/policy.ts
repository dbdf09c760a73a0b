import type { Answered, RateLimit, Vendor } from '../../mocks/vendors/define.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import type { Outcome, RepliesOutcome } from '../../mocks/world/outcome.ts'
import type { Bench } from '../client.ts'
import type { Flights } from './flights.ts'

/** Why a try came to nothing: what was answered, or that nothing whole was. */
export type Failed = Answered | 'lost'

/** What a client keeps of an answer that plays. */
export interface Kept {
  readonly outcome: Extract<Outcome, { kind: 'playable' }>
  readonly fetchedAt: Instant
  /** When the first of its URLs dies; `undefined` where nobody told. */
  readonly expiresAt: Instant | undefined
}

/**
 * Everything a recording client has to decide. The reference decides all of it well; a client that is wrong on purpose
 * decides one thing badly and shares the rest.
 */
export interface Policy {
  /** The headers that tell the vendor who asks. */
  headers(bench: Bench): Readonly<Record<string, string>>
  /** What goes to storage beside the URL. */
  storageHeaders(bench: Bench): Readonly<Record<string, string>>
  readonly storageMethod: 'GET' | 'HEAD'
  /** An id as one path segment; `undefined` refuses it. */
  pathSegment(id: string): string | undefined
  /** The headers that go along to where a redirect leads. */
  redirectedHeaders(
    headers: Readonly<Record<string, string>>,
    sameOrigin: boolean,
  ): Readonly<Record<string, string>>
  /**
   * How far the vendor's clock is ahead of the client's own, in milliseconds, by what an answer says of its time.
   * @param between when the question was sent and when its answer was there, by the client's clock
   */
  aheadMs(answered: Answered, between: { readonly sentAt: Instant; readonly receivedAt: Instant }): number
  /** Reads an answer. @param now when the question was sent, as near to the vendor's clock as the client can tell */
  read(vendor: Vendor, answered: Answered, now: Instant): Outcome
  readReplies(vendor: Vendor, answered: Answered, now: Instant): RepliesOutcome
  /** What a question came to that was never answered. */
  lost(): Exclude<Outcome, { kind: 'playable' }>
  /** Asks for the recording first, where replies depend on it. */
  readonly repliesNeedRecording: boolean
  /** Where answers that play are kept. */
  shelf(bench: Bench): Map<string, Kept>
  /** Whether a kept answer may be given again. */
  isFresh(kept: Kept, now: Instant): boolean
  /** Whether an answer is looked at again before it is handed out: what has died on the way is not. */
  readonly checksAge: boolean
  /** Where asks for one thing that come at one time meet, to share one question or to put one each. */
  questions(bench: Bench): Flights<Outcome>
  /**
   * Milliseconds to wait before a request goes out, so that all that one key asks stays within the vendor's limit.
   * @param sent when its last requests went out, oldest first
   */
  paceMs(limit: RateLimit, sent: readonly Instant[], now: Instant): number
  /** Milliseconds to wait before the next try, the first being 1; `undefined` takes what there is. */
  pauseMs(failed: Failed, tries: number, now: Instant): number | undefined
  /** Milliseconds an answer of the API may take, to its last byte. */
  readonly answerLimitMs: number
  /** Milliseconds a transfer may take. */
  transferLimitMs(expiresAt: Instant | undefined, now: Instant): number
  /** The URL as it is requested. */
  mediaUrl(url: string): string
  /** How many new URLs are tried after storage has refused one. */
  readonly refreshes: number
  /** What a download came to that storage refused to the end. */
  refused(): Exclude<Outcome, { kind: 'playable' }>
  /** Whether a URL that storage refused is forgotten. */
  readonly forgetsRefused: boolean
  /** The byte to ask for, when so many are there. */
  resumeAt(have: number): number
  /** Whether a part goes behind what is there: by the byte it begins with, as it says itself, and the one asked for. */
  isInPlace(begins: number, asked: number): boolean
  /** Whether a part that storage does not have makes it begin anew. */
  readonly restartsPastTheEnd: boolean
  /** Whether a part of another object makes it begin anew. */
  readonly restartsWithAnother: boolean
  /** Whether the whole, where a part was asked for, takes the place of what is there; else it goes behind it. */
  readonly wholeReplaces: boolean
  /** Whether a part is of what the bytes that are there are of, by the entity tags of both. */
  isSameObject(had: string | null, got: string | null): boolean
  /** Whether bytes that end before their time are an error. */
  readonly needsEveryByte: boolean
  /** Whether an answer of this type may be a recording. */
  isMedia(contentType: string): boolean
  /** A line for the log about what an ask came to, if it is worth one. */
  logLine(id: string, outcome: { readonly kind: string }, now: Instant): string | undefined
  /** Whether a call that is cancelled stops. */
  readonly obeysCancel: boolean
}
