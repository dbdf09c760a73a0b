import type { WireRequest, WireResponse } from '../world/exchange.ts'
import type { Hasher } from '../world/hash.ts'
import { type Instant, toHttpDate } from '../world/instant.ts'
import { aws } from './dialect.ts'
import { errorElement, type StorageError } from './error-xml.ts'
import type { StorageFlavour, StorageWorld } from './flavour.ts'
import { keyLength, longestKey } from './key-length.ts'
import { answerObject } from './object-answer.ts'
import { overridesIn, wrongOverride } from './response-overrides.ts'
import * as errors from './s3-errors.ts'
import { type Presigned, readPresigned } from './s3-parameters.ts'
import { judgeAccess } from './s3-verdict.ts'
import { presign } from './sigv4.ts'
import { addressIn, parameter, readTarget, readUrl, type Target } from './target.ts'
import { wireIds } from './wire-ids.ts'

/** Answers a proven request: the method, the object, its conditions, the range. */
const answerTarget = (
  request: WireRequest,
  target: Target,
  world: StorageWorld,
  now: Instant,
): WireResponse | StorageError => {
  const { bucket, key } = target
  if (request.method !== 'GET' && request.method !== 'HEAD') return errors.methodNotAllowed(request.method)
  const wrong = wrongOverride(target)
  if (wrong !== undefined)
    return errors.invalidArgument(
      'Header value cannot be represented using ISO-8859-1.',
      wrong.parameter,
      wrong.value,
    )
  // Without a key it is a bucket that is asked for, which no grant of ours covers.
  if (key === '') return errors.accessDenied
  if (world.hasBucket?.(bucket) === false) return errors.noSuchBucket(bucket)
  const size = keyLength(key)
  if (size > longestKey) return errors.keyTooLong(size, longestKey)
  const object = world.objectAt(bucket, key)
  if (object === undefined) return errors.noSuchKey(key)
  const answer = answerObject(request, object, now, errors)
  if ('code' in answer || answer.status === 304) return answer
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'x-amz-server-side-encryption': 'AES256',
      ...Object.fromEntries(overridesIn(target)),
    },
  }
}

const verdict = (
  request: WireRequest,
  world: StorageWorld,
  now: Instant,
  hasher: Hasher | undefined,
): WireResponse | StorageError => {
  const target = readTarget(request.path)
  if (target === undefined) return errors.invalidUri(request.path)
  return judgeAccess(request, target, world, now, hasher) ?? answerTarget(request, target, world, now)
}

/** Reads what a URL says of itself; a broken one says nothing. */
const presignedIn = (url: string): Presigned | undefined => {
  const target = readUrl(url)
  const read = target && readPresigned(target)
  return read === undefined || 'code' in read ? undefined : read
}

const prolog = '<?xml version="1.0" encoding="UTF-8"?>\n'

const noTarget: Target = { canonicalPath: '', bucket: '', key: '', parameters: [] }

/** Writes a verdict as S3 does: its ids and date on everything, XML for what is refused. */
const written = (verdict: WireResponse | StorageError, request: WireRequest, now: Instant): WireResponse => {
  const { requestId, hostId } = wireIds(request, now)
  const common = {
    'x-amz-id-2': hostId,
    'x-amz-request-id': requestId,
    date: toHttpDate(now),
    server: 'AmazonS3',
  }
  if (!('code' in verdict)) return { ...verdict, headers: { ...common, ...verdict.headers } }
  const ids = [
    ['RequestId', requestId],
    ['HostId', hostId],
  ] as const
  return {
    status: verdict.status,
    headers: { ...common, 'content-type': 'application/xml', ...verdict.headers },
    ...(request.method === 'HEAD' ? {} : { body: `${prolog}${errorElement(verdict, ids)}` }),
  }
}

/**
 * Amazon S3 as a presigned URL shows it: SigV4 in the query, errors in XML, single ranges, conditions.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ShareObjectPreSignedURL.html
 */
export const s3: StorageFlavour = {
  id: 's3',
  presign: (terms, hasher) => presign(aws, terms, hasher),
  answer: (request, world, now, hasher) => written(verdict(request, world, now, hasher), request, now),
  refuse: (why, request, now) => {
    const token = parameter(readTarget(request.path) ?? noTarget, 'X-Amz-Security-Token')
    return written(
      why === 'expired-token' ? errors.expiredToken(token ?? '') : errors.failure(why),
      request,
      now,
    )
  },
  addressOf: addressIn,
  lifetimeOf: (url) => {
    const presigned = presignedIn(url)
    return presigned && { from: presigned.from, until: presigned.until }
  },
  signerOf: (url) => presignedIn(url)?.accessKeyId,
}
