import type { Instant } from './instant.ts'

/** What may be concluded about one segment. */
export type SegmentState = 'ready' | 'processing' | 'absent' | 'deleted' | 'failed' | 'expired' | 'unknown'

/** One segment as a client understands it. */
export interface OutcomeSegment {
  readonly id?: string
  readonly state: SegmentState
  /** Present where the segment plays. */
  readonly url?: string
  /** When the URL dies, where the vendor told it. */
  readonly expiresAt?: Instant
  readonly durationSeconds?: number
  readonly contentType?: string
  readonly startedAt?: Instant
}

/** What a client may conclude from asking for a recording: the same words for every vendor. */
export type Outcome =
  | { readonly kind: 'playable'; readonly segments: readonly OutcomeSegment[] }
  | {
      readonly kind: 'processing' | 'absent' | 'deleted' | 'failed' | 'expired' | 'unknown'
      readonly segments?: readonly OutcomeSegment[]
    }
  | { readonly kind: 'not-found' | 'unauthorized' | 'forbidden' | 'unavailable' }
  | { readonly kind: 'invalid-request'; readonly details: readonly string[] }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds?: number }

export type OutcomeKind = Outcome['kind']

export const outcomeKinds: readonly OutcomeKind[] = [
  'playable',
  'processing',
  'absent',
  'deleted',
  'failed',
  'expired',
  'not-found',
  'unauthorized',
  'forbidden',
  'invalid-request',
  'rate-limited',
  'unavailable',
  'unknown',
]

/** One text reply as a client understands it. */
export interface OutcomeReply {
  readonly id: string
  readonly from: string
  readonly body: string
  readonly receivedAt: Instant
}

/** What a client may conclude from asking for replies. */
export type RepliesOutcome =
  | { readonly kind: 'replies'; readonly replies: readonly OutcomeReply[] }
  | Exclude<Outcome, { kind: 'playable' }>

/** Final states from the least to the gravest. */
const gravity: readonly Exclude<SegmentState, 'ready' | 'processing'>[] = [
  'unknown',
  'absent',
  'expired',
  'failed',
  'deleted',
]

/**
 * Folds several segments into one outcome: playable if any plays, else processing if any may still come, else the
 * gravest final state. No segment at all is an absence. Each segment keeps its own state.
 */
export const fold = (segments: readonly OutcomeSegment[]): Outcome => {
  if (segments.some(({ state, url }) => state === 'ready' && url)) return { kind: 'playable', segments }
  if (segments.some(({ state }) => state === 'processing')) return { kind: 'processing', segments }
  const kind = gravity.findLast((grave) => segments.some(({ state }) => state === grave))
  if (segments.length === 0) return { kind: 'absent' }
  return { kind: kind ?? 'unknown', segments }
}
