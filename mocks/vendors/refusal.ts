import { type Instant, toHttpDate } from '../world/instant.ts'
import type { Outcome } from '../world/outcome.ts'
import type { Refusal } from './define.ts'
import { readStatus } from './reading.ts'

type Waiting = Extract<Refusal, { kind: 'rate-limited' | 'failed' }>

/** The next whole second at or after an instant that lies so many seconds ahead: what an HTTP date can say. */
const dateAfter = (now: Instant, seconds: number): Instant => Math.ceil((now + seconds * 1000) / 1000) * 1000

/** Retry-After, in the form the refusal is to be told in (RFC 9110 section 10.2.3). */
export const waitHeaders = (said: Waiting, now: Instant): Record<string, string> => {
  if (said.retryAfterSeconds === undefined) return {}
  if (said.told === 'header') return { 'retry-after': String(said.retryAfterSeconds) }
  return said.told === 'date' ? { 'retry-after': toHttpDate(dateAfter(now, said.retryAfterSeconds)) } : {}
}

/** The seconds a client can learn from {@link waitHeaders}. */
const headerSeconds = ({ told, retryAfterSeconds }: Waiting, now: Instant): number | undefined => {
  if (retryAfterSeconds === undefined) return undefined
  if (told === 'header') return retryAfterSeconds
  return told === 'date' ? Math.ceil((dateAfter(now, retryAfterSeconds) - now) / 1000) : undefined
}

/** What depends on the vendor in telling a refusal. */
export interface OwnWords {
  /** What its body says is wrong with the request. */
  readonly details?: readonly string[]
  /** The waiting time, where it is told otherwise than by Retry-After. */
  readonly retryAfterSeconds?: number | undefined
}

/** What any vendor tells by refusing: the status carries the kind; details and waiting times may be its own. */
export const toldRefusal = (said: Refusal, now: Instant, own: OwnWords = {}): Outcome => {
  switch (said.kind) {
    case 'invalid-request':
      return { kind: 'invalid-request', details: own.details ?? [] }
    case 'rate-limited': {
      const retryAfterSeconds = headerSeconds(said, now) ?? own.retryAfterSeconds
      return { kind: 'rate-limited', ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }
    }
    case 'failed':
      return readStatus(said.status).outcome
    case 'method-not-allowed':
      return { kind: 'unknown' }
    default:
      return { kind: said.kind }
  }
}
