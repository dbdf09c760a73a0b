/**
 * One request as a host hands it over. Header names are lower case; `path` is the raw path and query as sent, byte for
 * byte, because a signature covers its spelling.
 */
export interface WireRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** Bytes that are computed when they are read: a recording of hours costs nothing until somebody listens. */
export interface MediaBody {
  readonly length: number
  /** The bytes in `[from, to)`, clamped to the body. */
  read(from: number, to: number): Uint8Array
  /** The same in pieces that are shared, where there are such: whoever has them sends them and writes into none. */
  views?(from: number, to: number): readonly Uint8Array[]
}

/** `undefined` is no body at all, as HEAD and 304 have it. */
export type WireBody = string | MediaBody | undefined

/** How the bytes travel; absent means plainly. Hosts carry it out. */
export interface Delivery {
  /** The connection is cut, before anything was sent or in the middle of the body. */
  readonly reset?: 'before-headers' | 'mid-body'
  /** The body ends after this many bytes although the headers promise more. */
  readonly truncateAt?: number
  /** Nothing is ever answered. */
  readonly silent?: true
  /** Milliseconds until the headers are sent. */
  readonly headersAfterMs?: number
  readonly bytesPerSecond?: number
}

/** One response as a host sends it. Header names are lower case. */
export interface WireResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body?: WireBody
  readonly delivery?: Delivery
}

/**
 * One header of a request. Own properties only, so that a name such as `constructor` is not answered by
 * `Object.prototype`.
 */
export const headerOf = ({ headers }: WireRequest, name: string): string | undefined =>
  Object.hasOwn(headers, name) ? headers[name] : undefined
