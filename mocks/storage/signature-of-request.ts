import { headerOf, type WireRequest } from '../world/exchange.ts'
import type { Hasher } from '../world/hash.ts'
import type { Dialect } from './dialect.ts'
import { type Signed, sign } from './sigv4.ts'
import { canonicalQuery, type Target } from './target.ts'

/** What a signed URL says its signature covers. */
export interface Claim {
  readonly region: string
  /** `yyyymmddThhmmssZ`, as sent. */
  readonly date: string
  readonly signedHeaders: readonly string[]
}

/** What is known of the signer, and of the host that signatures cover. */
export interface Signer {
  readonly secret: string
  readonly host: string
}

/**
 * The signature that a request should have carried, taken over the request as it arrived.
 * @param place which of the target's parameters is the signature; a second one stays in, as one that nobody signed
 */
export const signatureOfRequest = (
  dialect: Dialect,
  request: WireRequest,
  target: Target,
  place: number,
  { region, date, signedHeaders }: Claim,
  { secret, host }: Signer,
  hasher?: Hasher,
): Signed => {
  const signedValue = (name: string): string =>
    // The canonical host stands for the one sent, so that a proxy or a free port breaks no link.
    name === 'host' ? host : (headerOf(request, name) ?? '').trim().replace(/\s+/g, ' ')
  return sign(
    dialect,
    {
      method: request.method,
      canonicalPath: target.canonicalPath,
      canonicalQuery: canonicalQuery(target.parameters.toSpliced(place, 1)),
      headers: signedHeaders.map((name) => [name, signedValue(name)]),
      date,
      region,
    },
    secret,
    hasher,
  )
}
