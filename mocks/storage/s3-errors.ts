import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { type Instant, toIsoSeconds } from '../world/instant.ts'
import type { Field, StorageError } from './error-xml.ts'
import type { Signed } from './sigv4.ts'

// The words are S3's own: recorded from AWS, printed in its documentation, or told by suites that are run against it.
// Where a status or a word is none of these, its comment says assumed.

/**
 * A path or query that cannot be decoded.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export const invalidUri = (path: string): StorageError => ({
  status: 400,
  code: 'InvalidURI',
  message: "Couldn't parse the specified URI.",
  fields: [['URI', path]],
})

export const invalidArgument = (message: string, name: string, value: string): StorageError => ({
  status: 400,
  code: 'InvalidArgument',
  message,
  fields: [
    ['ArgumentName', name],
    ['ArgumentValue', value],
  ],
})

/** A request that carries no right at all. */
export const accessDenied: StorageError = { status: 403, code: 'AccessDenied', message: 'Access Denied' }

export const queryParametersError = (message: string, fields: readonly Field[] = []): StorageError => ({
  status: 400,
  code: 'AuthorizationQueryParametersError',
  message,
  fields,
})

/** Signature version 2, which S3 no longer takes in the regions opened since 2014. */
export const oldSignature: StorageError = {
  status: 400,
  code: 'InvalidRequest',
  message: 'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
}

/** Judged once, when a request starts: what is already under way goes on. */
export const expired = (expiresSeconds: number, until: Instant, now: Instant): StorageError => ({
  status: 403,
  code: 'AccessDenied',
  message: 'Request has expired',
  fields: [
    ['X-Amz-Expires', expiresSeconds],
    ['Expires', toIsoSeconds(until)],
    ['ServerTime', toIsoSeconds(now)],
  ],
})

export const notYetValid = (from: Instant, until: Instant, now: Instant): StorageError => ({
  status: 403,
  code: 'AccessDenied',
  message: 'Request is not yet valid',
  fields: [
    ['X-Amz-Date', from],
    ['Expires', toIsoSeconds(until)],
    ['ServerTime', toIsoSeconds(now)],
  ],
})

export const invalidAccessKeyId = (accessKeyId: string): StorageError => ({
  status: 403,
  code: 'InvalidAccessKeyId',
  message: 'The AWS Access Key Id you provided does not exist in our records.',
  fields: [['AWSAccessKeyId', accessKeyId]],
})

/** The status is assumed: 400 by convention, and some report 403. */
export const expiredToken = (token: string): StorageError => ({
  status: 400,
  code: 'ExpiredToken',
  message: 'The provided token has expired.',
  fields: [['Token-0', token]],
})

/** A token of no session that is known, or one beside a key that has no sessions. */
export const invalidToken = (token: string): StorageError => ({
  status: 400,
  code: 'InvalidToken',
  message: 'The provided token is malformed or otherwise invalid.',
  fields: [['Token-0', token]],
})

/** Bytes as S3 prints them, `41 57 53`. */
const spelledBytes = (text: string): string => bytesToHex(utf8ToBytes(text)).replace(/..(?!$)/g, '$& ')

export const signatureDoesNotMatch = (
  accessKeyId: string,
  provided: string,
  { stringToSign, canonicalRequest }: Signed,
): StorageError => ({
  status: 403,
  code: 'SignatureDoesNotMatch',
  message:
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  fields: [
    ['AWSAccessKeyId', accessKeyId],
    ['StringToSign', stringToSign],
    ['SignatureProvided', provided],
    ['StringToSignBytes', spelledBytes(stringToSign)],
    ['CanonicalRequest', canonicalRequest],
    ['CanonicalRequestBytes', spelledBytes(canonicalRequest)],
  ],
})

export const headersNotSigned = (names: readonly string[]): StorageError => ({
  status: 403,
  code: 'AccessDenied',
  message: 'There were headers present in the request which were not signed',
  fields: [['HeadersNotSigned', names.join(', ')]],
})

/** Reached only by a URL that was signed for that method. */
export const methodNotAllowed = (method: string): StorageError => ({
  status: 405,
  code: 'MethodNotAllowed',
  message: 'The specified method is not allowed against this resource.',
  fields: [
    ['Method', method],
    ['ResourceType', 'OBJECT'],
  ],
  headers: { allow: 'GET, HEAD' },
})

export const noSuchBucket = (bucket: string): StorageError => ({
  status: 404,
  code: 'NoSuchBucket',
  message: 'The specified bucket does not exist',
  fields: [['BucketName', bucket]],
})

export const noSuchKey = (key: string): StorageError => ({
  status: 404,
  code: 'NoSuchKey',
  message: 'The specified key does not exist.',
  fields: [['Key', key]],
})

export const keyTooLong = (size: number, most: number): StorageError => ({
  status: 400,
  code: 'KeyTooLongError',
  message: 'Your key is too long',
  fields: [
    ['Size', size],
    ['MaxSizeAllowed', most],
  ],
})

export const preconditionFailed = (condition: string): StorageError => ({
  status: 412,
  code: 'PreconditionFailed',
  message: 'At least one of the pre-conditions you specified did not hold',
  fields: [['Condition', condition]],
})

export const invalidRange = (requested: string, size: number): StorageError => ({
  status: 416,
  code: 'InvalidRange',
  message: 'The requested range is not satisfiable',
  fields: [
    ['RangeRequested', requested],
    ['ActualObjectSize', size],
  ],
  headers: { 'content-range': `bytes */${size}` },
})

/** Storage in trouble of its own; 503 asks the client to slow down, anything else is an internal error. */
export const failure = (status: number): StorageError =>
  status === 503
    ? { status, code: 'SlowDown', message: 'Please reduce your request rate.' }
    : status === 404
      ? { status, code: 'NoSuchKey', message: 'The specified key does not exist.' }
      : status < 500
        ? { ...accessDenied, status }
        : { status, code: 'InternalError', message: 'We encountered an internal error. Please try again.' }
