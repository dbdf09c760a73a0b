import { type Instant, toIsoSeconds } from '../world/instant.ts'
import type { StorageError } from './error-xml.ts'
import type { Signed } from './sigv4.ts'

// Google words a refusal twice: a short message by class, and details. Codes and statuses are those of its reference
// (https://cloud.google.com/storage/docs/xml-api/reference-status); details are as clients have reported them, or
// assumed where the comment says so.

/** Nothing proves a right; also what a private bucket tells whoever strips the query off a link. */
export const anonymous: StorageError = {
  status: 403,
  code: 'AccessDenied',
  message: 'Access denied.',
  fields: [
    [
      'Details',
      "Anonymous caller does not have storage.objects.get access to the Google Cloud Storage object. Permission 'storage.objects.get' denied on resource (or it may not exist).",
    ],
  ],
}

/** A key of another service in the Authorization header: status and words assumed. */
export const authenticationRequired: StorageError = {
  status: 401,
  code: 'AuthenticationRequired',
  message: 'Authentication required.',
}

export const invalidArgument = (details: string): StorageError => ({
  status: 400,
  code: 'InvalidArgument',
  message: 'Invalid argument.',
  fields: [['Details', details]],
})

/** A parameter or header that cannot be read, or that had to be signed. */
export const malformed = (parameter: string, details: string): StorageError => ({
  status: 400,
  code: 'MalformedSecurityHeader',
  message: 'Invalid argument.',
  fields: [
    ['Details', `Your request has a malformed header. ${details}`],
    ['ParameterName', parameter],
  ],
})

const isoOffset = (instant: Instant): string => toIsoSeconds(instant).replace('Z', '+00:00')

export const expired = (until: Instant): StorageError => ({
  status: 400,
  code: 'ExpiredToken',
  message: 'Invalid argument.',
  fields: [['Details', `The provided token has expired. Request signature expired at: ${isoOffset(until)}`]],
})

/** The signer's own session has ended: assumed, since Google's links name no session. */
export const sessionEnded: StorageError = {
  status: 400,
  code: 'ExpiredToken',
  message: 'Invalid argument.',
  fields: [['Details', 'The provided token has expired.']],
}

/** Google documents that a link may not be used before its date, not how it says so: assumed. */
export const notYetValid: StorageError = {
  status: 403,
  code: 'AccessDenied',
  message: 'Access denied.',
  fields: [['Details', 'Request is not yet valid.']],
}

/** A key that is not known, or no longer: details assumed. */
export const invalidSecurity = (accessId: string): StorageError => ({
  status: 403,
  code: 'InvalidSecurity',
  message: 'The provided security credentials are not valid.',
  fields: [['Details', `Access ID not found: ${accessId}`]],
})

export const signatureDoesNotMatch = ({ stringToSign, canonicalRequest }: Signed): StorageError => ({
  status: 403,
  code: 'SignatureDoesNotMatch',
  message: 'Access denied.',
  fields: [
    [
      'Details',
      'The request signature we calculated does not match the signature you provided. Check your Google secret key and signing method.',
    ],
    ['StringToSign', stringToSign],
    ['CanonicalRequest', canonicalRequest],
  ],
})

/** Reached only by a link that was signed for that method. */
export const methodNotAllowed: StorageError = {
  status: 405,
  code: 'MethodNotAllowed',
  message: 'The specified method is not allowed against this resource.',
  headers: { allow: 'GET, HEAD' },
}

/** The bucket is told from the object where it is known to be missing. */
export const noSuchBucket: StorageError = {
  status: 404,
  code: 'NoSuchBucket',
  message: 'The specified bucket does not exist.',
}

export const noSuchKey = (bucket: string, key: string): StorageError => ({
  status: 404,
  code: 'NoSuchKey',
  message: 'The specified key does not exist.',
  fields: [['Details', `No such object: ${bucket}/${key}`]],
})

/** The condition is not named: assumed. */
export const preconditionFailed = (): StorageError => ({
  status: 412,
  code: 'PreconditionFailed',
  message: 'At least one of the pre-conditions you specified did not hold.',
})

/** Details assumed, and that the size is told. */
export const invalidRange = (requested: string, size: number): StorageError => ({
  status: 416,
  code: 'InvalidRange',
  message: 'The requested range cannot be satisfied.',
  fields: [['Details', requested]],
  headers: { 'content-range': `bytes */${size}` },
})

/** Storage in trouble of its own, whatever was asked. */
export const failure = (status: number): StorageError => {
  if (status === 404) return { status, code: 'NoSuchKey', message: 'The specified key does not exist.' }
  if (status === 429) return { status, code: 'SlowDown', message: 'Please reduce your request rate.' }
  if (status === 503)
    return { status, code: 'ServiceUnavailable', message: 'Service unavailable. Please try again.' }
  return status < 500
    ? { status, code: 'AccessDenied', message: 'Access denied.' }
    : { status, code: 'InternalError', message: 'We encountered an internal error. Please try again.' }
}
