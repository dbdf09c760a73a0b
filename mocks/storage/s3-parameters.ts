import { fromAmzDate, type Instant } from '../world/instant.ts'
import { longestLifetime } from './checked-lifetime.ts'
import { aws } from './dialect.ts'
import type { StorageError } from './error-xml.ts'
import { readCredential } from './s3-credential.ts'
import { queryParametersError } from './s3-errors.ts'
import { parameter, type Target } from './target.ts'

/** What a presigned URL says of itself. */
export interface Presigned {
  readonly accessKeyId: string
  readonly region: string
  /** `yyyymmddThhmmssZ`, as sent. */
  readonly date: string
  readonly from: Instant
  readonly until: Instant
  readonly expiresSeconds: number
  readonly signedHeaders: readonly string[]
  readonly signature: string
  readonly sessionToken: string | undefined
}

const required = ['Algorithm', 'Credential', 'Signature', 'Date', 'SignedHeaders', 'Expires']

/** Whether a URL claims to be presigned at all. */
export const claimsPresigned = (target: Target): boolean =>
  required.some((name) => parameter(target, `X-Amz-${name}`) !== undefined)

/** The first thing wrong with an expiry, in S3's words. */
const wrongExpires = (text: string): string | undefined => {
  if (!/^-?\d+$/.test(text)) return 'X-Amz-Expires should be a number'
  if (Number(text) < 0) return 'X-Amz-Expires must be non-negative'
  if (Number(text) > longestLifetime)
    return 'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds'
  return undefined
}

/**
 * Reads the parameters of a presigned URL, or tells what S3 says of the first that is wrong; of a parameter given twice
 * the first counts. `region` is the one that storage stands in, where that is judged.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export const readPresigned = (target: Target, region?: string): Presigned | StorageError => {
  const presigned = presignedIn(target)
  if (region === undefined || ('region' in presigned && presigned.region === region)) return presigned
  // What is wrong with its region comes before what is wrong with the rest.
  return readAnew(target, region)
}

const known = new WeakMap<Target, Presigned | StorageError>()

/** Who signed is asked of a link before what it says is judged. */
const presignedIn = (target: Target): Presigned | StorageError => {
  const before = known.get(target)
  if (before) return before
  const found = readAnew(target)
  known.set(target, found)
  return found
}

const readAnew = (target: Target, region?: string): Presigned | StorageError => {
  const signedWith = parameter(target, 'X-Amz-Algorithm')
  const credentialText = parameter(target, 'X-Amz-Credential')
  const signature = parameter(target, 'X-Amz-Signature')
  const date = parameter(target, 'X-Amz-Date')
  const signedHeaders = parameter(target, 'X-Amz-SignedHeaders')
  const expires = parameter(target, 'X-Amz-Expires')
  // An empty parameter counts as a missing one: assumed.
  if (!signedWith || !credentialText || !signature || !date || !signedHeaders || !expires)
    return queryParametersError(
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
    )
  if (signedWith !== aws.algorithm)
    return queryParametersError(
      // AWS checks asymmetric signatures too, for keys that no link of ours is signed with: refused, as versitygw does.
      signedWith === 'AWS4-ECDSA-P256-SHA256'
        ? 'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"'
        : 'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256"',
    )
  const credential = readCredential(credentialText, date, region)
  if ('code' in credential) return credential
  const from = fromAmzDate(date)
  if (from === undefined)
    return queryParametersError(`X-Amz-Date must be in the ISO8601 Long Format "yyyyMMdd'T'HHmmss'Z'"`)
  const wrong = wrongExpires(expires)
  if (wrong !== undefined) return queryParametersError(wrong)
  return {
    ...credential,
    date,
    from,
    until: from + Number(expires) * 1000,
    expiresSeconds: Number(expires),
    signedHeaders: signedHeaders.split(';'),
    signature,
    sessionToken: parameter(target, 'X-Amz-Security-Token'),
  }
}
