import type { Sighting } from './simulator.ts'
import type { Deviation } from './world/deviation.ts'
import type { WireRequest, WireResponse } from './world/exchange.ts'
import type { Grant } from './world/grant.ts'
import type { Instant } from './world/instant.ts'
import { maskHeaders, maskText } from './world/mask.ts'

/** One line of a session's journal: an exchange, told without its secrets. */
export interface JournalEntry {
  /** Counts up from 1 within a sandbox. */
  readonly seq: number
  readonly at: Instant
  readonly origin: 'api' | 'storage'
  readonly vendor?: string
  readonly operation?: string
  readonly call?: string
  readonly account?: string
  readonly said?: string
  readonly trouble?: string
  /** Which parts of the vendor's document the answer knowingly breaks. */
  readonly breaks: readonly Deviation[]
  readonly request: {
    readonly method: string
    readonly path: string
    readonly headers: Readonly<Record<string, string>>
  }
  readonly response: {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    /** Text bodies, shortened. */
    readonly body?: string
    /** Of media bodies the length in bytes. */
    readonly bytes?: number
  }
  /** Links handed out: whose, and in which stretch of time they live. */
  readonly grants: readonly Pick<Grant, 'vendor' | 'call' | 'segment' | 'from' | 'until' | 'diesAt'>[]
}

/** The longest text body kept, in characters. */
export const longestBody = 4000

/** An entry before it has a number. */
export type Unnumbered = Omit<JournalEntry, 'seq'>

/**
 * An entry that is written down when somebody reads it: taking its secrets out costs more than the answer did, and most
 * entries are never read. Nothing of it can be had otherwise.
 */
export interface Draft {
  /** What it tells, the same each time. */
  written(): Unnumbered
}

/** The parts of an exchange, out of reach: a journal holds thousands, so each is no more than this. */
class Noted implements Draft {
  readonly #at: Instant
  readonly #request: WireRequest
  readonly #response: WireResponse
  readonly #sighting: Sighting

  constructor(at: Instant, request: WireRequest, response: WireResponse, sighting: Sighting) {
    this.#at = at
    this.#request = request
    this.#response = response
    this.#sighting = sighting
  }

  written(): Unnumbered {
    return entryOf(this.#at, this.#request, this.#response, this.#sighting)
  }
}

/** Notes an exchange down; of a long text no more than is told. */
export const draftOf = (
  at: Instant,
  request: WireRequest,
  response: WireResponse,
  sighting: Sighting,
): Draft => {
  const { body } = response
  const isLong = typeof body === 'string' && body.length > longestBody
  return new Noted(at, request, isLong ? { ...response, body: cut(body) } : response, sighting)
}

/** A text's beginning, by itself: a mere slice would keep the whole of it in memory. */
const cut = (text: string): string => JSON.parse(JSON.stringify(text.slice(0, longestBody)))

const entryOf = (
  at: Instant,
  request: WireRequest,
  response: WireResponse,
  { grants, ...sighting }: Sighting,
): Unnumbered => {
  const { body } = response
  return {
    at,
    ...sighting,
    // Without its URL, which is a right in itself.
    grants: grants.map(({ url, secondsLeft, ...grant }) => grant),
    request: { method: request.method, path: maskText(request.path), headers: maskHeaders(request.headers) },
    response: {
      status: response.status,
      headers: maskHeaders(response.headers),
      ...(typeof body === 'string' ? { body: maskText(body.slice(0, longestBody)) } : {}),
      ...(typeof body === 'object' ? { bytes: body.length } : {}),
    },
  }
}
