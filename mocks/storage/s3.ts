import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { WireRequest, WireResponse } from '../world/exchange.ts'
import type { Hasher } from '../world/hash.ts'
import { type Instant, toHttpDate } from '../world/instant.ts'
import { errorXml, type StorageError } from './error-xml.ts'
import type { StorageFlavour, StorageWorld } from './flavour.ts'
import { answerObject } from './object-answer.ts'
import { overridesIn, wrongOverride } from './response-overrides.ts'
import {
  accessDenied,
  expiredToken,
  failure,
  invalidUri,
  keyTooLong,
  methodNotAllowed,
  noSuchKey,
} from './s3-errors.ts'
import { type Presigned, readPresigned } from './s3-parameters.ts'
import { judgeAccess } from './s3-verdict.ts'
import { presign } from './sigv4.ts'
import { parameter, readTarget, readUrl, type Target } from './target.ts'
import { wireIds } from './wire-ids.ts'

/** The longest key, in bytes of UTF-8. */
const longestKey = 1024

/** Answers a proven request: the method, the object, its conditions, the range. */
const answerTarget = (
  request: WireRequest,
  target: Target,
  world: StorageWorld,
  now: Instant,
): WireResponse | StorageError => {
  const { bucket, key } = target
  if (request.method !== 'GET' && request.method !== 'HEAD') return methodNotAllowed(request.method)
  const wrong = wrongOverride(target)
  if (wrong !== undefined) return wrong
  // Without a key it is a bucket that is asked for, which no grant of ours covers.
  if (key === '') return accessDenied
  const size = utf8ToBytes(key).length
  if (size > longestKey) return keyTooLong(size, longestKey)
  const object = world.objectAt(bucket, key)
  if (object === undefined) return noSuchKey(key)
  const answer = answerObject(request, object, now)
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
  if (target === undefined) return invalidUri(request.path)
  return judgeAccess(request, target, world, now, hasher) ?? answerTarget(request, target, world, now)
}

/** Reads what a URL says of itself; a broken one says nothing. */
const presignedIn = (url: string): Presigned | undefined => {
  const target = readUrl(url)
  const read = target && readPresigned(target)
  return read === undefined || 'code' in read ? undefined : read
}

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
  return {
    status: verdict.status,
    headers: { ...common, 'content-type': 'application/xml', ...verdict.headers },
    ...(request.method === 'HEAD' ? {} : { body: errorXml(verdict, requestId, hostId) }),
  }
}

/**
 * Amazon S3 as a presigned URL shows it: SigV4 in the query, errors in XML, single ranges, conditions.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ShareObjectPreSignedURL.html
 */
export const s3: StorageFlavour = {
  id: 's3',
  presign,
  answer: (request, world, now, hasher) => written(verdict(request, world, now, hasher), request, now),
  refuse: (why, request, now) => {
    const token = parameter(readTarget(request.path) ?? noTarget, 'X-Amz-Security-Token')
    return written(why === 'expired-token' ? expiredToken(token ?? '') : failure(why), request, now)
  },
  lifetimeOf: (url) => {
    const presigned = presignedIn(url)
    return presigned && { from: presigned.from, until: presigned.until }
  },
  signerOf: (url) => presignedIn(url)?.accessKeyId,
}
