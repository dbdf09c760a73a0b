import type { Instant } from '../mocks/world/instant.ts'
import type { Outcome, RepliesOutcome } from '../mocks/world/outcome.ts'
import type { Capabilities, DownloadOutcome } from './client.ts'

/** Where a request went. Histories name origins by role, so that ports and hosts do not show. */
export type Role = 'api' | 'storage' | 'elsewhere'

/** What a client may be asked. */
export type Op = 'look' | 'download' | 'replies'

/**
 * One thing that happened, at an instant of the world's clock. In every text, origins are written `{api}` and
 * `{storage}`, keys `{key:account}`, and signatures `{signature:1}`, one number for each.
 */
export type Event =
  /** The suite asked the client. */
  | {
      readonly kind: 'asked'
      readonly at: Instant
      readonly ask: string
      readonly op: Op
      /** The world's name for the call. */
      readonly call: string
      /** The id the client was given. */
      readonly id: string
      readonly account: string
      readonly segment?: number
      readonly from?: number
    }
  /** The client answered: an outcome, or an error it threw. */
  | {
      readonly kind: 'answered'
      readonly at: Instant
      readonly ask: string
      readonly outcome?: Outcome | DownloadOutcome | RepliesOutcome
      readonly error?: { readonly name: string; readonly message: string }
    }
  /** The client had nothing left to wait for and still had not answered. */
  | { readonly kind: 'hung'; readonly at: Instant; readonly ask: string }
  | { readonly kind: 'cancelled'; readonly at: Instant; readonly ask: string }
  /** The client sent a request. */
  | {
      readonly kind: 'sent'
      readonly at: Instant
      readonly request: string
      /** The asks that were open then; usually one. */
      readonly during: readonly string[]
      readonly role: Role
      readonly method: string
      /** Path and query, as sent. */
      readonly path: string
      readonly headers: Readonly<Record<string, string>>
    }
  /** The head of the response reached the client. */
  | {
      readonly kind: 'received'
      readonly at: Instant
      readonly request: string
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      /** The body where it is text; media are told by `object`. */
      readonly body?: string
      /** What storage sent: which stored object, and which of its bytes. */
      readonly object?: {
        readonly call: string
        readonly segment: number
        readonly from: number
        readonly to: number
        readonly of: number
      }
    }
  /** Nothing more comes of a request. */
  | {
      readonly kind: 'settled'
      readonly at: Instant
      readonly request: string
      readonly how: 'complete' | 'reset' | 'truncated' | 'aborted' | 'unanswered'
    }
  /** The client waited by itself. */
  | { readonly kind: 'slept'; readonly at: Instant; readonly ms: number }
  | { readonly kind: 'logged'; readonly at: Instant; readonly text: string }
  /** The world moved on by a step. */
  | { readonly kind: 'clock'; readonly at: Instant; readonly from: Instant }
  | { readonly kind: 'skewed'; readonly at: Instant; readonly ms: number }
  | { readonly kind: 'disturbed'; readonly at: Instant; readonly what: string }
  /** The world changed by itself. */
  | { readonly kind: 'world'; readonly at: Instant; readonly what: string }

export type EventOf<K extends Event['kind']> = Extract<Event, { kind: K }>

/** The true bytes of a recording, for judging a download: the length and sha256 of what lies from `from` on. */
export interface Truth {
  readonly call: string
  readonly segment: number
  readonly from: number
  readonly length: number
  readonly sha256: string
}

/** Everything observed in one run of one client against one vendor, in order. */
export interface History {
  readonly vendor: string
  readonly client: string
  readonly capabilities: Capabilities
  /** The methods the client has. */
  readonly ops: readonly Op[]
  readonly start: Instant
  readonly events: readonly Event[]
  /** For every download that was answered. */
  readonly truths: readonly Truth[]
}
