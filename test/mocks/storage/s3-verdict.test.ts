import { describe, expect, test } from 'vitest'
import type { GrantTerms, StorageWorld } from '../../../mocks/storage/flavour.ts'
import { s3 } from '../../../mocks/storage/s3.ts'
import { sha256Hex } from '../../../mocks/world/hash.ts'
import { end, errorIn, pathOf, terms, url, worldOf } from './a-bucket.ts'
import { type Attempt, answered, setting, without } from './an-attempt.ts'

const parameters = 'AuthorizationQueryParametersError'
const onlyOne =
  'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified'

describe('storage refuses', () => {
  // The names after the dash are versitygw's PresignedAuth_*, ceph's test_object_raw_* and LocalStack's test_*.
  test.each<[string, Attempt, number, string, string]>([
    ['a request without any right', { url: without('X-Amz-.*') }, 403, 'AccessDenied', 'Access Denied'],
    [
      'two ways to prove a right',
      { headers: { authorization: 'Bearer osvi' } },
      400,
      'InvalidArgument',
      onlyOne,
    ],
    [
      'two ways, the older included',
      { url: 'http://h/recordings/c1?AWSAccessKeyId=a&Signature=b', headers: { authorization: 'x' } },
      400,
      'InvalidArgument',
      onlyOne,
    ],
    [
      'a key in the Authorization header',
      { url: 'http://h/recordings/c1', headers: { authorization: 'Bearer osvi' } },
      400,
      'InvalidArgument',
      'Unsupported Authorization Type',
    ],
    [
      'signature version 2 - sigv2_not_supported',
      { url: 'http://h/recordings/c1?AWSAccessKeyId=a&Expires=1&Signature=b' },
      400,
      'InvalidRequest',
      'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
    ],
    ['an expired link - expired_request', { now: end }, 403, 'AccessDenied', 'Request has expired'],
    [
      'a link without a life - expires_out_range_zero',
      { url: setting('X-Amz-Expires', '0') },
      403,
      'AccessDenied',
      'Request has expired',
    ],
    [
      'an access key it does not know - non_existing_access_key_id',
      { world: { ...worldOf(), secretOf: () => undefined } },
      403,
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
    ],
    [
      'another secret - incorrect_secret_key',
      { world: { ...worldOf(), secretOf: () => 'another' } },
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    ],
    [
      'a header of its own that was not signed - unsigned_required_header',
      { headers: { 'x-amz-tagging': 'a=b', 'x-amz-copy-source': 'x' } },
      403,
      'AccessDenied',
      'There were headers present in the request which were not signed',
    ],
    [
      'a missing object - object_gone, range_key_not_exists',
      { world: { ...worldOf(), objectAt: () => undefined }, headers: { range: 'bytes=0-1' } },
      404,
      'NoSuchKey',
      'The specified key does not exist.',
    ],
    [
      'a path that cannot be read',
      { url: url.replace('c1', '%zz') },
      400,
      'InvalidURI',
      "Couldn't parse the specified URI.",
    ],
  ])('%s', (_, attempt, status, code, message) => {
    const response = answered(attempt)
    expect(response.status).toBe(status)
    expect(errorIn(response)).toMatchObject({
      Code: code,
      Message: message,
      RequestId: response.headers['x-amz-request-id'],
      HostId: response.headers['x-amz-id-2'],
    })
  })

  // The double auth of a client that leaks its API key to storage: MinIO, LocalStack and S3Mock let it through.
  test('a leaked key, and shows it', () => {
    expect(errorIn(answered({ headers: { authorization: 'Bearer osvi' } }))).toMatchObject({
      ArgumentName: 'Authorization',
      ArgumentValue: 'Bearer osvi',
    })
  })

  test('unsigned headers by name', () => {
    const headers = { 'x-amz-tagging': 'a=b', 'x-amz-date': 'x', 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }
    expect(errorIn(answered({ headers })).HeadersNotSigned).toBe('x-amz-date, x-amz-tagging')
  })

  test('a key that is too long', () => {
    const long: GrantTerms = { ...terms, key: 'é'.repeat(513) }
    const response = answered({ url: s3.presign(long), world: worldOf(long) })
    expect(response.status).toBe(400)
    expect(errorIn(response)).toMatchObject({ Code: 'KeyTooLongError', Size: '1026', MaxSizeAllowed: '1024' })
  })

  test('a bucket without a key', () => {
    const bucket: GrantTerms = { ...terms, key: '' }
    expect(answered({ url: s3.presign(bucket), world: worldOf(bucket) }).status).toBe(403)
  })
})

describe('a link signed for GET refuses', () => {
  test('HEAD, without a body, whatever the reason', () => {
    const attempts: readonly [Attempt, number][] = [
      [{}, 403],
      [{ now: end }, 403],
      [{ url: without('X-Amz-Date') }, 400],
      [{ headers: { authorization: 'x' } }, 400],
    ]
    for (const [attempt, status] of attempts) {
      const response = answered({ ...attempt, method: 'HEAD' })
      expect(response).toMatchObject({ status, headers: { 'content-type': 'application/xml' } })
      expect(response).not.toHaveProperty('body')
    }
  })

  test.each(['PUT', 'POST', 'DELETE', 'get', 'OPTIONS', ''])('%j by its signature', (method) => {
    expect(errorIn(answered({ method })).Code).toBe('SignatureDoesNotMatch')
  })
})

test('a refused signature shows what was signed, as text and as bytes', () => {
  const provided = '0'.repeat(64)
  const error = errorIn(answered({ url: setting('X-Amz-Signature', provided) }))
  expect(Object.keys(error)).toEqual([
    'Code',
    'Message',
    'AWSAccessKeyId',
    'StringToSign',
    'SignatureProvided',
    'StringToSignBytes',
    'CanonicalRequest',
    'CanonicalRequestBytes',
    'RequestId',
    'HostId',
  ])
  const canonicalRequest = error.CanonicalRequest?.replaceAll('&amp;', '&') ?? ''
  expect(canonicalRequest).toBe(
    `GET\n/recordings/calls/c1.mp3\n${pathOf(without('X-Amz-Signature')).split('?')[1]}\nhost:storage.test\n\nhost\nUNSIGNED-PAYLOAD`,
  )
  expect(error.StringToSign).toBe(
    `AWS4-HMAC-SHA256\n20260131T090000Z\n20260131/eu-west-1/s3/aws4_request\n${sha256Hex(canonicalRequest)}`,
  )
  const bytes = (text = ''): string =>
    [...Buffer.from(text)].map((b) => b.toString(16).padStart(2, '0')).join(' ')
  expect(error.StringToSignBytes).toBe(bytes(error.StringToSign))
  expect(error.CanonicalRequestBytes).toBe(bytes(canonicalRequest))
  expect(error).toMatchObject({ AWSAccessKeyId: 'PHAKDEFAULT', SignatureProvided: provided })
})

/** Every fault at once, mended from the first on: the answer names the first that is left. */
test('faults are judged in the order of S3', () => {
  const nowhere: StorageWorld = { ...worldOf(), objectAt: () => undefined }
  const unknown: StorageWorld = { ...nowhere, secretOf: () => undefined }
  const foreign: StorageWorld = { ...nowhere, secretOf: () => 'another' }
  const headers = { 'x-amz-tagging': 'a=b', 'if-match': '"x"', range: 'bytes=9999-' }
  const noDate = without('X-Amz-Date')
  const attempts: readonly [Attempt, string][] = [
    [
      { url: noDate, headers: { ...headers, authorization: 'x' }, now: end, world: unknown },
      'InvalidArgument',
    ],
    [{ url: noDate, headers, now: end, world: unknown }, parameters],
    [{ headers, now: end, world: unknown }, 'AccessDenied'],
    [{ headers, world: unknown }, 'InvalidAccessKeyId'],
    [{ headers, world: foreign }, 'SignatureDoesNotMatch'],
    [{ headers, world: nowhere }, 'AccessDenied'],
    [{ headers: { 'if-match': '"x"', range: 'bytes=9999-' }, world: nowhere }, 'NoSuchKey'],
    [{ headers: { 'if-match': '"x"', range: 'bytes=9999-' } }, 'PreconditionFailed'],
    [{ headers: { range: 'bytes=9999-' } }, 'InvalidRange'],
  ]
  expect(attempts.map(([attempt]) => errorIn(answered(attempt)).Code)).toEqual(
    attempts.map(([, code]) => code),
  )
  expect(answered({}).status).toBe(200)
})
