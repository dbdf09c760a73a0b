import type { Outcome, RepliesOutcome } from '../mocks/world/outcome.ts'

/** What every call takes. */
export interface CallOptions {
  readonly signal?: AbortSignal
}

/** What a download takes beside. */
export interface DownloadOptions extends CallOptions {
  /** Which segment, counted from 0, oldest first; the first that plays where left out. */
  readonly segment?: number
  /** Resume: the first byte wanted. */
  readonly from?: number
}

/** What came of a download: never the bytes themselves. */
export type DownloadOutcome =
  | {
      readonly kind: 'downloaded'
      /** The first byte the other two speak of: what was asked for, or 0 where the whole was sent instead. */
      readonly from: number
      /** Bytes received from there to the end. */
      readonly length: number
      /** Of these bytes, lower-case hexadecimal. */
      readonly sha256: string
      readonly contentType: string
    }
  | Exclude<Outcome, { kind: 'playable' }>

/** A client under test, as the suite sees it. Values are JSON-safe; instants are milliseconds since the epoch. */
export interface RecordingClient {
  /** What can be played now. */
  getRecording(ref: string, options?: CallOptions): Promise<Outcome>
  download?(ref: string, options?: DownloadOptions): Promise<DownloadOutcome>
  listReplies?(shortCode: string, options?: CallOptions): Promise<RepliesOutcome>
}

/** What a client under test is given: its network, its clock and its log. */
export interface Bench {
  readonly vendor: string
  /** Where the vendor answers, without a trailing slash. */
  readonly baseUrl: string
  /** Header names and values that say who asks; empty where the vendor asks for none. */
  readonly credentials: Readonly<Record<string, string>>
  readonly fetch: typeof globalThis.fetch
  /** The client's clock, in milliseconds since the epoch. */
  readonly now: () => number
  /** Resolves when so many virtual milliseconds have passed; rejects with the signal's reason when it is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
  readonly log: (text: string) => void
  /** Aborted when the case is over. */
  readonly signal: AbortSignal
}

/** Makes a client for one vendor and one credential. */
export type Connect = (bench: Bench) => RecordingClient | Promise<RecordingClient>

/** What a client can be judged by beside what its history shows. */
export interface Capabilities {
  /** It writes to `bench.log` what a person would look for. */
  readonly logs?: boolean
  /** It obeys `options.signal`. */
  readonly cancel?: boolean
  /** It may be asked again before it has answered; `false` where it may not. */
  readonly concurrency?: boolean
  /** It obeys `options.from`. */
  readonly resume?: boolean
  /** The vendors it speaks to; all where left out. */
  readonly vendors?: readonly string[]
}

/** What a client module exports. */
export interface ClientModule {
  readonly connect: Connect
  readonly capabilities?: Capabilities
  /** As reports name it. */
  readonly name?: string
  /**
   * It takes time from the globals in place of `bench.now` and `bench.sleep`: `Date`, `setTimeout`, `setInterval`,
   * `performance.now`, `AbortSignal.timeout` and the time-outs of sockets are then virtual while one of its cases is run.
   */
  readonly ownTimers?: boolean
}
