import { GetObjectCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GrantTerms } from '../../../mocks/storage/flavour.ts'
import { s3 } from '../../../mocks/storage/s3.ts'
import { errorIn, getting, signedAt, terms, worldOf } from './a-bucket.ts'

/** The parameters that AWS's presigner for JavaScript adds to those that SigV4 asks for. */
const itsOwn = { 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD', 'x-id': 'GetObject' }

const clientOf = ({ origin, region, accessKeyId, secret, sessionToken }: GrantTerms): S3Client =>
  new S3Client({
    region,
    endpoint: origin,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey: secret, ...(sessionToken ? { sessionToken } : {}) },
    // Otherwise it adds checksums, which are further parameters.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })

const signedByAws = (given: GrantTerms, contentType?: string): Promise<string> =>
  getSignedUrl(
    clientOf(given),
    new GetObjectCommand({
      Bucket: given.bucket,
      Key: given.key,
      ...(contentType === undefined ? {} : { ResponseContentType: contentType }),
    }),
    { expiresIn: given.expiresSeconds, signingDate: new Date(given.dateSecond) },
  )

const parametersOf = (url: string): readonly string[] => (url.split('?')[1] ?? '').split('&').toSorted()

const awkward = fc.constantFrom(...'aZ09-._~ +=/%?#&;:@!$\'"()*,[]<>{}|\\^`é你😀\u0000\n')
const keys = fc.oneof(
  fc.string({ unit: awkward, minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'binary', minLength: 1 }),
)
const anyTerms: fc.Arbitrary<GrantTerms> = fc.record({
  origin: fc.constant('http://storage.test:4011'),
  host: fc.constant('storage.test:4011'),
  bucket: fc.stringMatching(/^[a-z][a-z0-9-]{2,20}[a-z0-9]$/),
  key: keys,
  accessKeyId: fc.stringMatching(/^PHAK[A-Z2-7]{1,20}$/),
  secret: fc.string({ minLength: 1 }),
  region: fc.constantFrom('us-east-1', 'eu-west-1', 'ap-southeast-2'),
  dateSecond: fc.integer({ min: 0, max: 4_102_444_800_000 }),
  expiresSeconds: fc.integer({ min: 1, max: 604_800 }),
  sessionToken: fc.base64String({ minLength: 4 }),
})

describe("AWS's own presigner", () => {
  test('signs what storage signs, and storage accepts what it signs', async () => {
    await fc.assert(
      fc.asyncProperty(anyTerms, fc.boolean(), fc.boolean(), async (drawn, temporary, typed) => {
        const { sessionToken, ...lasting } = drawn
        const given: GrantTerms = temporary && sessionToken ? { ...lasting, sessionToken } : lasting
        const contentType = typed ? `audio/mpeg; name="${given.bucket}"` : undefined
        const aws = await signedByAws(given, contentType)
        const ours = s3.presign({
          ...given,
          parameters: { ...itsOwn, ...(contentType ? { 'response-content-type': contentType } : {}) },
        })
        // The same address and the same parameters, the signature among them; only their order is another.
        expect(ours.split('?')[0]).toBe(aws.split('?')[0])
        expect(parametersOf(ours)).toEqual(parametersOf(aws))
        for (const url of [aws, ours, s3.presign(given)])
          expect(s3.answer(getting(url), worldOf(given), given.dateSecond).status).toBe(200)
      }),
      { numRuns: 400 },
    )
  })

  test('may sign for HEAD, which then is answered without a body', async () => {
    const given = { ...terms, origin: 'http://storage.test', host: 'storage.test' }
    const { bucket: Bucket, key: Key, expiresSeconds: expiresIn } = given
    const url = await getSignedUrl(clientOf(given), new HeadObjectCommand({ Bucket, Key }), {
      expiresIn,
      signingDate: new Date(signedAt),
    })
    const response = s3.answer(getting(url, { range: 'bytes=0-9' }, 'HEAD'), worldOf(given), signedAt)
    expect(response).toMatchObject({ status: 206, headers: { 'content-length': '10' } })
    expect(response).not.toHaveProperty('body')
    expect(errorIn(s3.answer(getting(url), worldOf(given), signedAt)).Code).toBe('SignatureDoesNotMatch')
  })
})

/** A digit of a percent-encoding in the other case: the same path (RFC 3986 section 6.2.2.1), and the same to S3. */
const isSamePath = (one: string, other: string): boolean => {
  const upper = (path: string): string => path.replace(/%[0-9a-f]{2}/gi, (hex) => hex.toUpperCase())
  return upper(one) === upper(other)
}

test('a link that is changed in any one character is refused', () => {
  fc.assert(
    fc.property(
      anyTerms,
      fc.nat(),
      fc.constantFrom(...'aA0zZ9-._~%+=&?/# éf\u0000'),
      fc.constantFrom('replaced', 'inserted', 'dropped'),
      (given, place, character, how) => {
        const { path } = getting(s3.presign(given))
        const at = place % path.length
        const put = how === 'dropped' ? '' : character
        const mutant = `${path.slice(0, at)}${put}${path.slice(how === 'inserted' ? at : at + 1)}`
        fc.pre(!isSamePath(mutant, path))
        const request = { method: 'GET', path: mutant, headers: {} }
        const response = s3.answer(request, worldOf(given), given.dateSecond)
        expect([400, 403]).toContain(response.status)
      },
    ),
    { numRuns: 3000 },
  )
})

test.each([
  ['a space written as a plus', { key: 'a b' }, /%20/, '+'],
  ['a plus written bare', { key: 'a+b' }, /%2B/, '+'],
  [
    'a space in a parameter written as a plus',
    { parameters: { 'response-content-disposition': 'a b' } },
    /%20/,
    '+',
  ],
  ['a plus of a token written bare', { sessionToken: 'a+b' }, /%2B/, '+'],
  ['a signature given twice', {}, /$/, '&X-Amz-Signature=0'],
  ['a stray ampersand', {}, /$/, '&'],
])('%s is refused', (_, change, from, to) => {
  const given: GrantTerms = { ...terms, ...change }
  const url = s3.presign(given)
  expect(s3.answer(getting(url), worldOf(given), signedAt).status).toBe(200)
  expect(errorIn(s3.answer(getting(url.replace(from, to)), worldOf(given), signedAt)).Code).toBe(
    'SignatureDoesNotMatch',
  )
})
