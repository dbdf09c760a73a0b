/** A part of a call that was recorded; one that plays has a URL. */
export interface Segment {
  readonly state: 'ready' | 'expired'
  readonly url?: string
  /** When the URL dies, in milliseconds since the epoch, where the vendor tells it. */
  readonly expiresAt?: number
  readonly durationSeconds?: number
  readonly contentType?: string
  readonly startedAt?: number
}

/** Why there is nothing to play, or no telling. */
export type Nothing =
  | { readonly kind: 'absent' | 'expired' | 'unknown'; readonly segments?: readonly Segment[] }
  | { readonly kind: 'not-found' | 'unauthorized' | 'forbidden' | 'unavailable' }
  | { readonly kind: 'invalid-request'; readonly details: readonly string[] }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds?: number }

/** What can be played now. */
export type Recording = { readonly kind: 'playable'; readonly segments: readonly Segment[] } | Nothing

/** A text that somebody sent after the call. */
export interface Reply {
  readonly id: string
  readonly from: string
  readonly body: string
  readonly receivedAt: number
}

/** The replies to a call, or why there is no telling. */
export type Replies = { readonly kind: 'replies'; readonly replies: readonly Reply[] } | Nothing
