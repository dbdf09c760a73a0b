import {
  type Hashable,
  type Hasher,
  hmacSha256,
  hmacSha256Hex,
  nobleHasher,
  sha256Hex,
} from '../world/hash.ts'
import { checkedInstant, toAmzDate } from '../world/instant.ts'
import { remember } from '../world/remember.ts'
import { checkedLifetime } from './checked-lifetime.ts'
import type { Dialect } from './dialect.ts'
import type { GrantTerms } from './flavour.ts'
import { encodePath, encodePercent } from './percent.ts'
import { canonicalQuery } from './target.ts'

/** What a signature covers beside the secret. */
export interface Signable {
  readonly method: string
  readonly canonicalPath: string
  readonly canonicalQuery: string
  /** The signed headers, in the order they are signed in. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** `yyyymmddThhmmssZ`. */
  readonly date: string
  readonly region: string
}

/** A signature with the two texts it was made of, which storage shows when it refuses one. */
export interface Signed {
  readonly signature: string
  readonly stringToSign: string
  readonly canonicalRequest: string
}

const signingKeys = new Map<string, Uint8Array>()
const mostSigningKeys = 256

/** Four HMACs that depend on secret, day and region alone: remembered, which changes no answer. */
const signingKey = (
  { keyPrefix, service, terminal }: Dialect,
  secret: string,
  day: string,
  region: string,
  hasher: Hasher,
): Uint8Array => {
  const name = JSON.stringify([keyPrefix, secret, day, region])
  const known = signingKeys.get(name)
  if (known) return known
  const mac = (key: Hashable, text: string): Uint8Array => hmacSha256(key, text, hasher)
  const key = mac(mac(mac(mac(`${keyPrefix}${secret}`, day), region), service), terminal)
  if (signingKeys.size >= mostSigningKeys) signingKeys.clear()
  signingKeys.set(name, key)
  return key
}

/** What a signature is good for: `yyyymmdd/region/s3/aws4_request`. */
export const scopeOf = ({ service, terminal }: Dialect, date: string, region: string): string =>
  `${date.slice(0, 8)}/${region}/${service}/${terminal}`

/**
 * Signs a request whose payload is not signed.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export const sign = (
  dialect: Dialect,
  signable: Signable,
  secret: string,
  hasher: Hasher = nobleHasher,
): Signed => {
  const { method, canonicalPath, headers, date, region } = signable
  const canonicalRequest = [
    method,
    canonicalPath,
    signable.canonicalQuery,
    ...headers.map(([name, value]) => `${name}:${value}`),
    '',
    headers.map(([name]) => name).join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n')
  const scope = scopeOf(dialect, date, region)
  const hashed = sha256Hex(canonicalRequest, hasher)
  const stringToSign = [dialect.algorithm, date, scope, hashed].join('\n')
  const key = signingKey(dialect, secret, date.slice(0, 8), region, hasher)
  return { signature: hmacSha256Hex(key, stringToSign, hasher), stringToSign, canonicalRequest }
}

/** What a link says beside its object and its signature: alike in all that one signer signs alike in one second. */
interface Stamp {
  readonly date: string
  readonly query: string
}

const lately = remember<Stamp>(64)

const stampOf = (dialect: Dialect, terms: GrantTerms): Stamp => {
  const { accessKeyId, region, dateSecond, expiresSeconds, sessionToken, parameters } = terms
  const { prefix, algorithm } = dialect
  const covered = [prefix, accessKeyId, region, dateSecond, expiresSeconds, sessionToken ?? null]
  return lately(JSON.stringify(parameters === undefined ? covered : [...covered, parameters]), () => {
    const date = toAmzDate(checkedInstant(dateSecond, 'Cannot sign a link'))
    const all = {
      ...parameters,
      [`${prefix}Algorithm`]: algorithm,
      [`${prefix}Credential`]: `${accessKeyId}/${scopeOf(dialect, date, region)}`,
      [`${prefix}Date`]: date,
      [`${prefix}Expires`]: `${checkedLifetime(expiresSeconds)}`,
      ...(sessionToken === undefined ? {} : { [`${prefix}Security-Token`]: sessionToken }),
      [`${prefix}SignedHeaders`]: 'host',
    }
    const query = canonicalQuery(
      Object.entries(all).map(([name, value]) => ({
        canonicalName: encodePercent(name),
        canonicalValue: encodePercent(value),
      })),
    )
    return { date, query }
  })
}

/**
 * A URL that fetches one object, live in `[date, date + expires)`, as AWS's own presigner makes it: path style, the
 * payload unsigned, the host alone signed, the parameters sorted and the signature last.
 * @throws PlayheadError `bad-link-lifetime`, `bad-instant`
 */
export const presign = (dialect: Dialect, terms: GrantTerms, hasher: Hasher = nobleHasher): string => {
  const { origin, host, bucket, key, secret, region } = terms
  const { date, query } = stampOf(dialect, terms)
  const canonicalPath = `/${encodePath(`${bucket}/${key}`)}`
  const { signature } = sign(
    dialect,
    { method: 'GET', canonicalPath, canonicalQuery: query, headers: [['host', host]], date, region },
    secret,
    hasher,
  )
  return `${origin}${canonicalPath}?${query}&${dialect.prefix}Signature=${signature}`
}
