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
  const isHostAlone = signedHeaders.length === 1 && signedHeaders[0] === 'host'
  const before = isHostAlone ? known.get(target) : undefined
  if (
    before?.dialect === dialect &&
    before.method === request.method &&
    before.secret === secret &&
    before.host === host
  )
    return before.signed
  const signedValue = (name: string): string =>
    // The canonical host stands for the one sent, so that a proxy or a free port breaks no link.
    name === 'host' ? host : (headerOf(request, name) ?? '').trim().replace(/\s+/g, ' ')
  const signed = sign(
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
  if (isHostAlone) known.set(target, { dialect, method: request.method, secret, host, signed })
  return signed
}

/**
 * A link is checked as often as it is played: by what it covers, which beside its own text is the method, and the host that
 * its signer names.
 */
const known = new WeakMap<
  Target,
  Signer & { readonly dialect: Dialect; readonly method: string; readonly signed: Signed }
>()
