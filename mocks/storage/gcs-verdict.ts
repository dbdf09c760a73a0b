import { headerOf, type WireRequest } from '../world/exchange.ts'
import type { Hasher } from '../world/hash.ts'
import type { Instant } from '../world/instant.ts'
import { goog } from './dialect.ts'
import type { StorageError } from './error-xml.ts'
import { clockTolerance, type StorageWorld } from './flavour.ts'
import * as gcs from './gcs-errors.ts'
import { claimsSigned, readSigned } from './gcs-parameters.ts'
import { sessionAt } from './session-at.ts'
import { signatureOfRequest } from './signature-of-request.ts'
import type { Target } from './target.ts'

/**
 * Whether a request may read what it asks for: mechanism, parameters, time, key, session, signature, unsigned headers.
 * That time comes before the signature is measured: a link whose `X-Goog-Expires` is tampered with answers
 * `ExpiredToken`. The rest of the order is assumed. `undefined` is yes.
 */
export const judgeSigned = (
  request: WireRequest,
  target: Target,
  world: StorageWorld,
  now: Instant,
  hasher?: Hasher,
): StorageError | undefined => {
  const authorized = headerOf(request, 'authorization') !== undefined
  if (!claimsSigned(target)) return authorized ? gcs.authenticationRequired : gcs.anonymous
  // A key of the API that is sent to storage must never go unnoticed, so Google is assumed to refuse it as S3 does.
  if (authorized) return gcs.invalidArgument('Only one auth mechanism allowed.')
  const signed = readSigned(target)
  if ('code' in signed) return signed
  if (now >= signed.until) return gcs.expired(signed.until)
  if (now < signed.from - clockTolerance) return gcs.notYetValid
  const secret = world.secretOf(signed.accessId)
  if (secret === undefined) return gcs.invalidSecurity(signed.accessId)
  const { sessionToken, signedHeaders, place } = signed
  if (sessionAt(world, sessionToken, now) !== 'going-on') return gcs.sessionEnded
  const signer = { secret, host: world.host }
  const wanted = signatureOfRequest(goog, request, target, place, signed, signer, hasher)
  if (wanted.signature !== signed.signature) return gcs.signatureDoesNotMatch(wanted)
  const unsigned = Object.keys(request.headers)
    .toSorted()
    .find((name) => name.startsWith('x-goog-') && !signedHeaders.includes(name))
  return unsigned === undefined ? undefined : gcs.malformed(unsigned, 'Header must be signed.')
}
