import { fromHttpDate, type Instant } from '../world/instant.ts'
import type { Outcome, OutcomeKind } from '../world/outcome.ts'
import type { Answered, Decoded } from './define.ts'

/** A JSON object, its values still unknown. */
export type Json = Readonly<Record<string, unknown>>

/** A value as an object; `undefined` where it is none. */
export const objectOf = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined

/** A value as a text that says something. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** A value as a number of which arithmetic makes sense. */
export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

/** A value as a list, empty where it is none. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A body as JSON; `undefined` where it is none. */
export const jsonOf = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Says what may be concluded, the best reading first. */
export const decoded = (outcome: Outcome, ...alsoFair: readonly OutcomeKind[]): Decoded => ({
  outcome,
  fair: [...new Set([outcome.kind, ...alsoFair])],
})

/** How many seconds a client is told to wait: Retry-After (seconds or a date), else RateLimit's reset, else the body. */
export const retryAfterOf = ({ headers, body }: Answered, now: Instant): number | undefined => {
  const given = headers['retry-after']
  if (given !== undefined && /^\d{1,9}$/.test(given)) return Number(given)
  const date = given === undefined ? undefined : fromHttpDate(given)
  if (date !== undefined) return Math.max(0, Math.ceil((date - now) / 1000))
  const reset = /\bt=(\d{1,9})\b/.exec(headers.ratelimit ?? '')?.[1] ?? headers['ratelimit-reset']
  if (reset !== undefined && /^\d{1,9}$/.test(reset)) return Number(reset)
  return numberOf(objectOf(jsonOf(body))?.retry_after)
}

/** How a vendor's answers differ where they can; everything else is HTTP's own. */
export interface Dialect {
  /** Reads a 200; `undefined` where its body is not what the vendor promises. */
  success(json: Json, now: Instant): Decoded | undefined
  /** Reads a 404, where there is more to it than "not found". */
  missing?(json: Json): Decoded | undefined
  /** What an error body says is wrong with the request. */
  details(json: Json): readonly string[]
}

/** Reads a status that has no answer of its own at any vendor: it is gone, an outage, or nobody knows. */
export const readStatus = (status: number): Decoded => {
  if (status === 410) return decoded({ kind: 'deleted' }, 'expired', 'not-found')
  if (status >= 500 || status === 408 || status === 425 || status < 400)
    return decoded({ kind: 'unavailable' })
  return decoded({ kind: 'unknown' }, 'unavailable', 'invalid-request', 'forbidden')
}

/**
 * Reads any answer: a status is believed over a body, a body that is not what was promised is an outage, and nothing
 * ever throws.
 */
export const read = (dialect: Dialect, answered: Answered, now: Instant): Decoded => {
  const { status } = answered
  const json = objectOf(jsonOf(answered.body))
  if (status === 200)
    return (json && dialect.success(json, now)) ?? decoded({ kind: 'unavailable' }, 'unknown')
  if (status === 401) return decoded({ kind: 'unauthorized' })
  if (status === 403) return decoded({ kind: 'forbidden' })
  if (status === 404) return (json && dialect.missing?.(json)) ?? decoded({ kind: 'not-found' })
  if (status === 400 || status === 422)
    return decoded({ kind: 'invalid-request', details: json ? dialect.details(json) : [] })
  if (status === 429) {
    const retryAfterSeconds = retryAfterOf(answered, now)
    return decoded({
      kind: 'rate-limited',
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    })
  }
  return readStatus(status)
}

/** Kinds that promise nothing: what is fair when a recording is there in name only. */
export const noPromise: readonly OutcomeKind[] = [
  'unknown',
  'processing',
  'absent',
  'expired',
  'failed',
  'deleted',
  'unavailable',
]

/** Keeps only what is known: `optional({ url: undefined })` is `{}`. */
export const optional = <T extends object>(
  fields: { readonly [K in keyof T]: T[K] | undefined },
): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
