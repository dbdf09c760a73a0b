import { describe, expect, test } from 'vitest'
import type { GrantTerms, StorageWorld } from '../../../mocks/storage/flavour.ts'
import { gcs } from '../../../mocks/storage/gcs.ts'
import { anObject, bytesIn, getting, pathOf, signedAt, terms, worldOf } from './a-bucket.ts'
import { fieldsIn } from './error-fields.ts'

const url = gcs.presign(terms)
const end = signedAt + 900_000
const at = (now: number, headers = {}, method = 'GET') =>
  gcs.answer(getting(url, headers, method), worldOf(), now)
const answered = (asked: string, world: StorageWorld = worldOf(), headers = {}) =>
  gcs.answer(getting(asked, headers), world, signedAt)
const setting = (name: string, value: string): string =>
  url.replace(new RegExp(`(X-Goog-${name}=)[^&]*`), `$1${value}`)
const errorOf = (response: ReturnType<typeof at>) =>
  fieldsIn(response, /^<\?xml version='1\.0' encoding='UTF-8'\?><Error>(.*)<\/Error>$/s)

test('a link says what V4 asks for, with the location that Google’s own libraries sign for', () => {
  expect(url).toMatch(
    /^http:\/\/127\.0\.0\.1:4011\/recordings\/calls\/c1\.mp3\?X-Goog-Algorithm=GOOG4-HMAC-SHA256&X-Goog-Credential=PHAKDEFAULT%2F20260131%2Fauto%2Fstorage%2Fgoog4_request&X-Goog-Date=20260131T090000Z&X-Goog-Expires=900&X-Goog-SignedHeaders=host&X-Goog-Signature=[0-9a-f]{64}$/,
  )
})

test('a live link plays, with the headers of Google and the virtual date', () => {
  const response = at(signedAt + 1000)
  expect(response.status).toBe(200)
  expect(response.headers).toEqual({
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=0',
    'content-length': '2048',
    'content-type': 'audio/mpeg',
    date: 'Sat, 31 Jan 2026 09:00:01 GMT',
    etag: '"8d777f385d3dfec8815d20f7496026dc"',
    expires: 'Sat, 31 Jan 2026 09:00:01 GMT',
    'last-modified': 'Fri, 30 Jan 2026 12:00:00 GMT',
    server: 'UploadServer',
    'x-goog-generation': '1769774400000000',
    'x-goog-metageneration': '1',
    'x-goog-storage-class': 'STANDARD',
    'x-goog-stored-content-encoding': 'identity',
    'x-goog-stored-content-length': '2048',
    'x-guploader-uploadid': expect.stringMatching(/^[A-Za-z0-9_-]{90}$/),
  })
  expect(bytesIn(response)).toEqual(anObject().body.read(0, 2048))
})

describe('the time', () => {
  test.each([
    ['15 minutes before the signature', signedAt - 900_000, 200, undefined],
    ['1 ms earlier still', signedAt - 900_001, 403, 'AccessDenied'],
    ['at the signature', signedAt, 200, undefined],
    ['1 ms before the end', end - 1, 200, undefined],
    ['at the end', end, 400, 'ExpiredToken'],
    ['a year later', end + 365 * 86_400_000, 400, 'ExpiredToken'],
  ])('%s', (_, now, status, code) => {
    const response = at(now)
    expect(response.status).toBe(status)
    expect(status === 200 ? undefined : errorOf(response).Code).toBe(code)
  })

  // As a client of Google's measured it in 2026, the tampered lifetime below too.
  test('an expired link answers 400 and says when it ended', () => {
    const response = at(end + 60_000)
    expect(response.headers['content-type']).toBe('application/xml; charset=UTF-8')
    expect(response.body).toBe(
      "<?xml version='1.0' encoding='UTF-8'?><Error><Code>ExpiredToken</Code><Message>Invalid argument.</Message><Details>The provided token has expired. Request signature expired at: 2026-01-31T09:15:00+00:00</Details></Error>",
    )
  })

  test('is judged before the signature', () => {
    const shortened = gcs.answer(getting(setting('Expires', '1')), worldOf(), signedAt + 1000)
    expect(errorOf(shortened).Code).toBe('ExpiredToken')
  })
})

describe('storage refuses', () => {
  const malformed = 'MalformedSecurityHeader'
  test.each([
    ['no algorithm', url.replace(/X-Goog-Algorithm=[^&]*&/, ''), 'X-Goog-Algorithm'],
    ['no credential', setting('Credential', ''), 'X-Goog-Credential'],
    ['no date', url.replace(/&X-Goog-Date=[^&]*/, ''), 'X-Goog-Date'],
    ['no lifetime', url.replace(/&X-Goog-Expires=[^&]*/, ''), 'X-Goog-Expires'],
    ['no signed headers', url.replace(/&X-Goog-SignedHeaders=[^&]*/, ''), 'X-Goog-SignedHeaders'],
    ['no signature', url.replace(/&X-Goog-Signature=[^&]*/, ''), 'X-Goog-Signature'],
    ['another algorithm', setting('Algorithm', 'GOOG4-RSA-SHA1'), 'X-Goog-Algorithm'],
    ['a date that is none', setting('Date', '2026-01-31'), 'X-Goog-Date'],
    ['a lifetime in words', setting('Expires', 'soon'), 'X-Goog-Expires'],
    ['a negative lifetime', setting('Expires', '-1'), 'X-Goog-Expires'],
    ['a lifetime of more than a week', setting('Expires', '604801'), 'X-Goog-Expires'],
    ['a short credential', setting('Credential', 'PHAKDEFAULT%2F20260131'), 'X-Goog-Credential'],
    [
      'a credential of another service',
      setting('Credential', 'A%2F20260131%2Fauto%2Fs3%2Fgoog4_request'),
      'X-Goog-Credential',
    ],
    [
      'a credential of another day',
      setting('Credential', 'A%2F20260130%2Fauto%2Fstorage%2Fgoog4_request'),
      'X-Goog-Credential',
    ],
  ])('%s', (_, asked, parameter) => {
    const response = answered(asked)
    expect(response.status).toBe(400)
    expect(errorOf(response)).toMatchObject({ Code: malformed, ParameterName: parameter })
  })

  test('a header of its own that was not signed, and names it', () => {
    const response = answered(url, worldOf(), { 'x-goog-user-project': 'p' })
    expect(response.status).toBe(400)
    expect(errorOf(response)).toMatchObject({
      Code: malformed,
      Details: 'Your request has a malformed header. Header must be signed.',
      ParameterName: 'x-goog-user-project',
    })
  })

  test.each<[string, string, Partial<StorageWorld>, Record<string, string>, number, string]>([
    ['a link without its query', url.replace(/\?.*/, ''), {}, {}, 403, 'AccessDenied'],
    [
      'a key in the Authorization header alone',
      url.replace(/\?.*/, ''),
      {},
      { authorization: 'Bearer osvi' },
      401,
      'AuthenticationRequired',
    ],
    ['two ways to prove a right', url, {}, { authorization: 'Bearer osvi' }, 400, 'InvalidArgument'],
    ['a signer it does not know', url, { secretOf: () => undefined }, {}, 403, 'InvalidSecurity'],
    ['another secret', url, { secretOf: () => 'another' }, {}, 403, 'SignatureDoesNotMatch'],
    ['a bucket that is missing', url, { hasBucket: () => false }, {}, 404, 'NoSuchBucket'],
    ['a path that cannot be read', url.replace('c1', '%zz'), {}, {}, 400, 'InvalidArgument'],
    ['an addition to a link', `${url}&response-content-type=a`, {}, {}, 403, 'SignatureDoesNotMatch'],
  ])('%s', (_, asked, change, headers, status, code) => {
    const response = answered(asked, { ...worldOf(), ...change }, headers)
    expect(response.status).toBe(status)
    expect(errorOf(response).Code).toBe(code)
  })

  test('a missing object by its name', () => {
    expect(errorOf(answered(url, { ...worldOf(), objectAt: () => undefined }))).toEqual({
      Code: 'NoSuchKey',
      Message: 'The specified key does not exist.',
      Details: 'No such object: recordings/calls/c1.mp3',
    })
  })

  test('HEAD on a link signed for GET, without a body', () => {
    const response = at(signedAt, {}, 'HEAD')
    expect(response.status).toBe(403)
    expect(response).not.toHaveProperty('body')
  })

  test('a wrong signature, and shows what was signed', () => {
    const error = errorOf(answered(setting('Signature', '0'.repeat(64))))
    expect(Object.keys(error)).toEqual(['Code', 'Message', 'Details', 'StringToSign', 'CanonicalRequest'])
    expect(error.StringToSign).toContain('GOOG4-HMAC-SHA256\n20260131T090000Z\n20260131/auto/storage')
    expect(error.CanonicalRequest).toContain(pathOf(url).split('?')[0])
  })
})

test('the names of parameters are read in any case, but signed as they are written', () => {
  const lower = url.replace('X-Goog-Signature', 'x-goog-signature')
  expect(answered(lower).status).toBe(200)
  expect(errorOf(answered(url.replace('X-Goog-Date', 'x-goog-date'))).Code).toBe('SignatureDoesNotMatch')
})

test('a link may ask for two headers of the response, and for no others', () => {
  const given: GrantTerms = {
    ...terms,
    parameters: { 'response-content-type': 'audio/x-mpeg', 'response-cache-control': 'no-store' },
  }
  expect(answered(gcs.presign(given)).headers).toMatchObject({
    'content-type': 'audio/x-mpeg',
    'cache-control': 'private, max-age=0',
  })
  const split: GrantTerms = { ...terms, parameters: { 'response-content-type': 'a\r\nset-cookie: b' } }
  expect(errorOf(answered(gcs.presign(split))).Code).toBe('InvalidArgument')
})

test('a name that is too long, or none at all, is refused', () => {
  const long: GrantTerms = { ...terms, key: 'é'.repeat(513) }
  expect(answered(gcs.presign(long), worldOf(long)).status).toBe(400)
  const none: GrantTerms = { ...terms, key: '' }
  expect(answered(gcs.presign(none), worldOf(none)).status).toBe(403)
})
