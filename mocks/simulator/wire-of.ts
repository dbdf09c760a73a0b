import type { Encoded } from '../vendors/define.ts'
import type { WireResponse } from '../world/exchange.ts'
import { type Instant, toHttpDate } from '../world/instant.ts'

/** A vendor's words as bytes, at an instant: JSON, unless they say otherwise. */
export const wireOf = ({ status, headers, body }: Encoded, now: Instant): WireResponse => ({
  status,
  headers: { 'content-type': 'application/json', date: toHttpDate(now), ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
