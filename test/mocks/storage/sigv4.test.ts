import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { nodeHasher } from '../../../mocks/node-hash.ts'
import { aws, goog } from '../../../mocks/storage/dialect.ts'
import { presign, type Signable, sign } from '../../../mocks/storage/sigv4.ts'
import { parseInstant } from '../../../mocks/world/instant.ts'
import { signedAt, terms } from './a-bucket.ts'

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html "Example Signature Calculation" */
const signable: Signable = {
  method: 'GET',
  canonicalPath: '/test.txt',
  canonicalQuery: [
    'X-Amz-Algorithm=AWS4-HMAC-SHA256',
    'X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request',
    'X-Amz-Date=20130524T000000Z',
    'X-Amz-Expires=86400',
    'X-Amz-SignedHeaders=host',
  ].join('&'),
  headers: [['host', 'examplebucket.s3.amazonaws.com']],
  date: '20130524T000000Z',
  region: 'us-east-1',
}

test('the example in the documentation of S3 gets the signature printed there', () => {
  expect(sign(aws, signable, 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY').signature).toBe(
    'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  )
})

/** @see https://cloud.google.com/storage/docs/authentication/signatures, and an independent signer's vector */
test("Google's dialect gets the signature that another signer of it gets", () => {
  const query = [
    'X-Goog-Algorithm=GOOG4-HMAC-SHA256',
    'X-Goog-Credential=GOOGTESTACCESS%2F20260720%2Fauto%2Fstorage%2Fgoog4_request',
    'X-Goog-Date=20260720T123456Z',
    'X-Goog-Expires=300',
    'X-Goog-SignedHeaders=host',
  ]
  const upload: Signable = {
    method: 'PUT',
    canonicalPath: '/bucket/path/object.txt',
    canonicalQuery: query.join('&'),
    headers: [['host', 'storage.googleapis.com']],
    date: '20260720T123456Z',
    region: 'auto',
  }
  expect(sign(goog, upload, 'test-secret').signature).toBe(
    'a07c246b7a6b56181a718f4d6761822bc538da3fce3bfda80b7ba57a843e98ef',
  )
})

describe('a presigned URL', () => {
  test('says all that SigV4 asks for, sorted, the signature last', () => {
    expect(presign(aws, terms)).toMatch(
      /^http:\/\/127\.0\.0\.1:4011\/recordings\/calls\/c1\.mp3\?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=PHAKDEFAULT%2F20260131%2Feu-west-1%2Fs3%2Faws4_request&X-Amz-Date=20260131T090000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=[0-9a-f]{64}$/,
    )
  })

  test('is the same for the whole second in which it is signed, and another in the next', () => {
    expect(presign(aws, { ...terms, dateSecond: signedAt + 999 })).toBe(presign(aws, terms))
    expect(presign(aws, { ...terms, dateSecond: signedAt + 1000 })).not.toBe(presign(aws, terms))
  })

  test.each([
    { secret: 'another' },
    { accessKeyId: 'PHAKOTHER' },
    { region: 'us-east-1' },
    { host: 'other.test' },
    { bucket: 'others' },
    { key: 'calls/c2.mp3' },
    { expiresSeconds: 901 },
    { sessionToken: 'a token' },
    { parameters: { 'response-content-type': 'text/plain' } },
  ])('has another signature with %o', (change) => {
    const signatureOf = (url: string): string => url.slice(-64)
    expect(signatureOf(presign(aws, { ...terms, ...change }))).not.toBe(signatureOf(presign(aws, terms)))
  })

  test('does not depend on the origin it is reached at, nor on the hasher', () => {
    const elsewhere = presign(aws, { ...terms, origin: 'https://elsewhere.test' }, nodeHasher)
    expect(elsewhere.replace('https://elsewhere.test', terms.origin)).toBe(presign(aws, terms))
  })

  test('is signed with its own key, whatever keys are remembered', () => {
    const scopes = [
      { region: 'a', secret: 'b/c' },
      { region: 'a/b', secret: 'c' },
    ]
    // The first round makes the keys and the second remembers them.
    for (const { region, secret } of [...scopes, ...scopes]) {
      const { signature, stringToSign } = sign(aws, { ...signable, region }, secret)
      const mac = (key: string | Buffer, text: string): Buffer =>
        createHmac('sha256', key).update(text).digest()
      const key = mac(mac(mac(mac(`AWS4${secret}`, '20130524'), region), 's3'), 'aws4_request')
      expect(signature).toBe(mac(key, stringToSign).toString('hex'))
    }
  })

  test.each([-1, 604_801, 1.5, Number.NaN])('refuses to live for %d seconds', (expiresSeconds) => {
    expect(() => presign(aws, { ...terms, expiresSeconds })).toThrow(
      expect.objectContaining({ code: 'bad-link-lifetime' }),
    )
  })

  test('refuses an instant that no date can say', () => {
    const dateSecond = parseInstant('9999-12-31T23:59:59.999Z') + 1
    expect(() => presign(aws, { ...terms, dateSecond })).toThrow(
      expect.objectContaining({ code: 'bad-instant' }),
    )
  })
})
