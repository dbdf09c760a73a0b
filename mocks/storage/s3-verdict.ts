import { headerOf, type WireRequest } from '../world/exchange.ts'
import type { Hasher } from '../world/hash.ts'
import type { Instant } from '../world/instant.ts'
import { aws } from './dialect.ts'
import type { StorageError } from './error-xml.ts'
import { clockTolerance, type StorageWorld } from './flavour.ts'
import * as s3 from './s3-errors.ts'
import { claimsPresigned, type Presigned, readPresigned } from './s3-parameters.ts'
import { sessionAt } from './session-at.ts'
import { type Signer, signatureOfRequest } from './signature-of-request.ts'
import { parameter, type Target } from './target.ts'

/** Headers that S3 reads whether they are signed or not. */
const exempt = new Set(['x-amz-content-sha256'])

/**
 * Whether a request may read what it asks for, judged in S3's order: double auth, parameters, time, access key, the
 * signer's session, signature, unsigned headers. `undefined` is yes.
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
  return (
    judgeSession(sessionToken, world, now) ??
    judgeSignature(request, target, presigned, { secret, host: world.host }, hasher) ??
    judgeHeaders(request, presigned.signedHeaders)
  )
}

/** A request proves its right in one way, and in no more than one. */
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

/** A token is looked at before the signature, so that one which nobody signed is refused for what it is. */
const judgeSession = (
  token: string | undefined,
  world: StorageWorld,
  now: Instant,
): StorageError | undefined => {
  if (token === undefined) return undefined
  const session = sessionAt(world, token, now)
  if (session === 'unknown') return s3.invalidToken(token)
  return session === 'ended' ? s3.expiredToken(token) : undefined
}

const judgeSignature = (
  request: WireRequest,
  target: Target,
  presigned: Presigned,
  signer: Signer,
  hasher?: Hasher,
): StorageError | undefined => {
  const place = target.parameters.findIndex(({ name }) => name === 'X-Amz-Signature')
  const signed = signatureOfRequest(aws, request, target, place, presigned, signer, hasher)
  return signed.signature === presigned.signature
    ? undefined
    : s3.signatureDoesNotMatch(presigned.accessKeyId, presigned.signature, signed)
}

const judgeHeaders = (request: WireRequest, signedHeaders: readonly string[]): StorageError | undefined => {
  const names = Object.keys(request.headers).filter(
    (name) => name.startsWith('x-amz-') && !signedHeaders.includes(name) && !exempt.has(name),
  )
  return names.length > 0 ? s3.headersNotSigned(names.toSorted()) : undefined
}
