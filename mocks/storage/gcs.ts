import type { WireRequest, WireResponse } from '../world/exchange.ts'
import type { Hasher } from '../world/hash.ts'
import { type Instant, toHttpDate } from '../world/instant.ts'
import { goog } from './dialect.ts'
import { errorElement, type StorageError } from './error-xml.ts'
import type { StorageFlavour, StorageWorld, StoredObject } from './flavour.ts'
import * as errors from './gcs-errors.ts'
import { readSigned, type SignedUrl } from './gcs-parameters.ts'
import { judgeSigned } from './gcs-verdict.ts'
import { keyLength, longestKey } from './key-length.ts'
import { answerObject } from './object-answer.ts'
import { wholeSecond } from './preconditions.ts'
import { overridesIn, wrongOverride } from './response-overrides.ts'
import { presign } from './sigv4.ts'
import { addressIn, readTarget, readUrl, type Target } from './target.ts'
import { uploadId } from './wire-ids.ts'

/** The two headers that a link may ask for. */
const overridable = ['content-disposition', 'content-type'] as const

const prolog = "<?xml version='1.0' encoding='UTF-8'?>"

/** What Google tells of an object beside its bytes. A generation is the microsecond in which it was written. */
const described = ({ lastModified, body }: StoredObject, now: Instant): Readonly<Record<string, string>> => ({
  'cache-control': 'private, max-age=0',
  expires: toHttpDate(now),
  'x-goog-generation': `${wholeSecond(lastModified) * 1000}`,
  'x-goog-metageneration': '1',
  'x-goog-storage-class': 'STANDARD',
  'x-goog-stored-content-encoding': 'identity',
  'x-goog-stored-content-length': `${body.length}`,
})

const answerTarget = (
  request: WireRequest,
  target: Target,
  world: StorageWorld,
  now: Instant,
): WireResponse | StorageError => {
  const { bucket, key } = target
  if (request.method !== 'GET' && request.method !== 'HEAD') return errors.methodNotAllowed
  const wrong = wrongOverride(target, overridable)
  if (wrong !== undefined) return errors.invalidArgument(`Invalid value for ${wrong.parameter}.`)
  // Without a name it is the bucket that is asked for, which no grant of ours covers.
  if (key === '') return errors.failure(403)
  if (keyLength(key) > longestKey) return errors.invalidArgument('The object name is too long.')
  if (world.hasBucket?.(bucket) === false) return errors.noSuchBucket
  const object = world.objectAt(bucket, key)
  if (object === undefined) return errors.noSuchKey(bucket, key)
  const answer = answerObject(request, object, now, errors)
  if ('code' in answer) return answer
  const overrides = answer.status === 304 ? [] : overridesIn(target, overridable)
  return {
    ...answer,
    headers: { ...answer.headers, ...described(object, now), ...Object.fromEntries(overrides) },
  }
}

const verdict = (
  request: WireRequest,
  world: StorageWorld,
  now: Instant,
  hasher: Hasher | undefined,
): WireResponse | StorageError => {
  const target = readTarget(request.path)
  if (target === undefined) return errors.invalidArgument("Couldn't parse the specified URI.")
  return judgeSigned(request, target, world, now, hasher) ?? answerTarget(request, target, world, now)
}

/** Reads what a URL says of itself; a broken one says nothing. */
const signedIn = (url: string): SignedUrl | undefined => {
  const target = readUrl(url)
  const read = target && readSigned(target)
  return read === undefined || 'code' in read ? undefined : read
}

/** Writes a verdict as Google does. */
const written = (verdict: WireResponse | StorageError, request: WireRequest, now: Instant): WireResponse => {
  const date = toHttpDate(now)
  const common = { 'x-guploader-uploadid': uploadId(request, now), date, server: 'UploadServer' }
  if (!('code' in verdict)) return { ...verdict, headers: { ...common, ...verdict.headers } }
  return {
    status: verdict.status,
    headers: {
      ...common,
      'cache-control': 'private, max-age=0',
      'content-type': 'application/xml; charset=UTF-8',
      expires: date,
      ...verdict.headers,
    },
    ...(request.method === 'HEAD' ? {} : { body: `${prolog}${errorElement(verdict)}` }),
  }
}

/**
 * Google Cloud Storage as a V4 signed URL shows it. Service accounts sign with RSA; ours are signed with an HMAC key,
 * `GOOG4-HMAC-SHA256`, which Google takes as well and which needs no key pair.
 * @see https://cloud.google.com/storage/docs/access-control/signed-urls
 */
export const gcs: StorageFlavour = {
  id: 'gcs',
  // A link is good in every location: Google's own libraries sign for `auto`.
  presign: (terms, hasher) => presign(goog, { ...terms, region: 'auto' }, hasher),
  answer: (request, world, now, hasher) => written(verdict(request, world, now, hasher), request, now),
  refuse: (why, request, now) =>
    written(why === 'expired-token' ? errors.sessionEnded : errors.failure(why), request, now),
  addressOf: addressIn,
  lifetimeOf: (url) => {
    const signed = signedIn(url)
    return signed && { from: signed.from, until: signed.until }
  },
  signerOf: (url) => signedIn(url)?.accessId,
}
