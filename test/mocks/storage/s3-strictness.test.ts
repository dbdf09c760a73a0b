import { describe, expect, test } from 'vitest'
import { s3 } from '../../../mocks/storage/s3.ts'
import { end, errorIn, signedAt, terms, url, worldOf } from './a-bucket.ts'
import { signedUrl } from './a-signed-url.ts'
import { type Attempt, answered, setting } from './an-attempt.ts'

describe('a key beside a signed query is refused', () => {
  test.each([
    'Bearer playhead-osvi-16',
    'bearer x',
    'Basic dXNlcjpwYXNz',
    'AWS AKID:signature',
    'AWS4-HMAC-SHA256 Credential=a/20260131/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=0',
    'playhead-quo',
    '',
    ' ',
  ])('spelt %j', (authorization) => {
    const response = answered({ headers: { authorization } })
    expect(response.status).toBe(400)
    expect(errorIn(response)).toMatchObject({ Code: 'InvalidArgument', ArgumentValue: authorization })
  })

  test('even if the signature covers it', () => {
    const headers = { authorization: 'Bearer x' }
    expect(errorIn(answered({ url: signedUrl({ headers }), headers })).Code).toBe('InvalidArgument')
  })

  test('even if only one parameter of the query is left, or the link is over', () => {
    const headers = { authorization: 'Bearer x' }
    const parts: readonly Attempt[] = [{ url: 'http://h/b/k?X-Amz-Expires=1' }, { now: end }]
    for (const attempt of parts)
      expect(errorIn(answered({ ...attempt, headers })).Code).toBe('InvalidArgument')
  })

  test('a key of another header is none of storage’s business', () => {
    expect(answered({ headers: { 'api-token': 'playhead-osvi-16', 'x-api-key': 'k' } }).status).toBe(200)
  })
})

describe('X-Amz-Expires', () => {
  const number = 'X-Amz-Expires should be a number'
  const negative = 'X-Amz-Expires must be non-negative'
  const week = expect.stringContaining('must be less than a week')
  test.each([
    ['604801', week],
    ['9'.repeat(30), week],
    ['-1', negative],
    ['-604801', negative],
    ['1.5', number],
    ['1e3', number],
    ['%2B900', number],
    ['%20900', number],
    ['0x10', number],
    ['٩٠٠', number],
    ['NaN', number],
  ])('%j is refused', (value, message) => {
    const response = answered({ url: setting('X-Amz-Expires', value) })
    expect(response.status).toBe(400)
    expect(errorIn(response)).toMatchObject({ Code: 'AuthorizationQueryParametersError', Message: message })
  })

  test.each([1, 604_799, 604_800])('%d seconds are kept to the millisecond', (expiresSeconds) => {
    const link = { url: s3.presign({ ...terms, expiresSeconds }) }
    const over = signedAt + expiresSeconds * 1000
    expect(answered({ ...link, now: over - 1 }).status).toBe(200)
    expect(errorIn(answered({ ...link, now: over })).Message).toBe('Request has expired')
  })

  test('is judged when a request starts, so a body goes on being read after the end', () => {
    const { body } = answered({ now: end - 1 })
    if (body === undefined || typeof body === 'string') throw new Error('There is no sound to read')
    expect(answered({ now: end }).status).toBe(403)
    expect(body.read(1024, 2048).length).toBe(1024)
  })
})

describe('a token', () => {
  const given = { ...terms, sessionToken: 'its own' }
  const worldWith = (ended: number | 'unknown' | undefined) => ({
    ...worldOf(given),
    sessionEndedAt: () => ended,
  })
  const link = s3.presign(given)

  test.each<[string, Attempt, number, string]>([
    ['of no known session', { url: link, world: worldWith('unknown') }, 400, 'InvalidToken'],
    [
      'that nobody signed',
      { url: `${url}&X-Amz-Security-Token=a`, world: worldWith('unknown') },
      400,
      'InvalidToken',
    ],
    ['of a session that is over', { url: link, world: worldWith(signedAt) }, 400, 'ExpiredToken'],
    [
      'that is changed into another session’s',
      { url: link.replace('its%20own', 'another'), world: worldWith(undefined) },
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'that is taken away',
      { url: link.replace(/&X-Amz-Security-Token=[^&]*/, ''), world: worldWith(undefined) },
      403,
      'SignatureDoesNotMatch',
    ],
    ['of a link that is over too', { url: link, world: worldWith(signedAt), now: end }, 403, 'AccessDenied'],
    [
      'beside a key that is not known',
      { url: link, world: { ...worldWith(signedAt), secretOf: () => undefined } },
      403,
      'InvalidAccessKeyId',
    ],
  ])('%s is refused', (_, attempt, status, code) => {
    const response = answered(attempt)
    expect(response.status).toBe(status)
    expect(errorIn(response).Code).toBe(code)
  })
})

test('a bucket that is missing is told from an object that is', () => {
  const response = answered({ world: { ...worldOf(), hasBucket: (bucket) => bucket === 'others' } })
  expect(response.status).toBe(404)
  expect(errorIn(response)).toMatchObject({ Code: 'NoSuchBucket', BucketName: terms.bucket })
  expect(answered({ world: { ...worldOf(), hasBucket: (bucket) => bucket === terms.bucket } }).status).toBe(
    200,
  )
})

test('a link for another region says which one it would have to be', () => {
  expect(errorIn(answered({ world: { ...worldOf(), region: 'us-east-1' } })).Region).toBe('us-east-1')
})

test('a header of S3’s own may be sent if the signature covers it, and only as it was signed', () => {
  const headers = { 'x-amz-request-payer': 'requester' }
  const link = signedUrl({ headers })
  expect(answered({ url: link, headers }).status).toBe(200)
  expect(errorIn(answered({ url: link, headers: { 'x-amz-request-payer': 'x' } })).Code).toBe(
    'SignatureDoesNotMatch',
  )
  expect(errorIn(answered({ url: link })).Code).toBe('SignatureDoesNotMatch')
  expect(errorIn(answered({ headers })).HeadersNotSigned).toBe('x-amz-request-payer')
})
