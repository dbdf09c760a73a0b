import { headerOf, type WireRequest } from '../world/exchange.ts'
import type { Hasher } from '../world/hash.ts'
import type { Instant } from '../world/instant.ts'
import type { StorageError } from './error-xml.ts'
import type { StorageWorld } from './flavour.ts'
import * as s3 from './s3-errors.ts'
import { claimsPresigned, type Presigned, readPresigned } from './s3-parameters.ts'
import { sign } from './sigv4.ts'
import { canonicalQuery, parameter, type Target } from './target.ts'

/** How far ahead of storage's clock a signature may be dated: assumed, as MinIO has it; S3 publishes no figure. */
export const clockTolerance = 15 * 60_000

/** Headers that S3 reads whether they are signed or not. */
const exempt = new Set(['x-amz-content-sha256'])

/**
 * Whether a request may read what it asks for, judged in S3's order: double auth, parameters, time, access key,
 * signature, unsigned headers. `undefined` is yes.
 */
export const judgeAccess = (
  request: WireRequest,
  target: Target,
  world: StorageWorld,
  now: Instant,
  hasher?: Hasher,
): StorageError | undefined => {
  const unsigned = judgeMechanism(request, target)
  if (unsigned !== undefined) return unsigned
  const presigned = readPresigned(target, world.region)
  if ('code' in presigned) return presigned
  const { accessKeyId, from, until, expiresSeconds, sessionToken } = presigned
  if (now >= until) return s3.expired(expiresSeconds, until, now)
  if (now < from - clockTolerance) return s3.notYetValid(from, until, now)
  const secret = world.secretOf(accessKeyId)
  if (secret === undefined) return s3.invalidAccessKeyId(accessKeyId)
  const ended = sessionToken === undefined ? undefined : world.sessionEndedAt?.(sessionToken)
  if (sessionToken !== undefined && ended !== undefined && now >= ended) return s3.expiredToken(sessionToken)
  return (
    judgeSignature(request, target, presigned, { secret, host: world.host }, hasher) ??
    judgeHeaders(request, presigned.signedHeaders)
  )
}

/** One way to prove a right is needed, and no more than one. */
const judgeMechanism = (request: WireRequest, target: Target): StorageError | undefined => {
  const authorization = headerOf(request, 'authorization')
  const oldQuery = parameter(target, 'Signature') !== undefined
  const query = claimsPresigned(target)
  if (authorization !== undefined)
    return query || oldQuery
      ? s3.invalidArgument(
          'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
          'Authorization',
          authorization,
        )
      : s3.invalidArgument('Unsupported Authorization Type', 'Authorization', authorization)
  if (query) return undefined
  return oldQuery ? s3.oldSignature : s3.accessDenied
}

const judgeSignature = (
  request: WireRequest,
  target: Target,
  { accessKeyId, region, date, signedHeaders, signature }: Presigned,
  { secret, host }: { readonly secret: string; readonly host: string },
  hasher?: Hasher,
): StorageError | undefined => {
  const place = target.parameters.findIndex(({ name }) => name === 'X-Amz-Signature')
  const signedValue = (name: string): string =>
    // The canonical host stands for the one sent, so that a proxy or a free port breaks no link.
    name === 'host' ? host : (headerOf(request, name) ?? '').trim().replace(/\s+/g, ' ')
  const signed = sign(
    {
      method: request.method,
      canonicalPath: target.canonicalPath,
      // A second signature stays in: it is a parameter nobody signed.
      canonicalQuery: canonicalQuery(target.parameters.toSpliced(place, 1)),
      headers: signedHeaders.map((name) => [name, signedValue(name)]),
      date,
      region,
    },
    secret,
    hasher,
  )
  return signed.signature === signature ? undefined : s3.signatureDoesNotMatch(accessKeyId, signature, signed)
}

const judgeHeaders = (request: WireRequest, signedHeaders: readonly string[]): StorageError | undefined => {
  const names = Object.keys(request.headers).filter(
    (name) => name.startsWith('x-amz-') && !signedHeaders.includes(name) && !exempt.has(name),
  )
  return names.length > 0 ? s3.headersNotSigned(names.toSorted()) : undefined
}
