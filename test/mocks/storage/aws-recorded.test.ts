import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { GrantTerms, StorageWorld } from '../../../mocks/storage/flavour.ts'
import { s3 } from '../../../mocks/storage/s3.ts'
import { toHttpDate } from '../../../mocks/world/instant.ts'
import { anObject, end, errorIn, terms, url, worldOf } from './a-bucket.ts'
import { type Attempt, answered } from './an-attempt.ts'

/** What AWS itself answered, as LocalStack's suite recorded it, with ids, dates and signatures masked. */
interface Recorded {
  readonly Error?: Readonly<Record<string, string>>
  readonly StatusCode?: number
  readonly ResponseMetadata?: { readonly HTTPStatusCode: number }
  readonly [field: string]: unknown
}

const file = join(
  process.env.PLAYHEAD_SHARED ?? join(import.meta.dirname, '../../../../shared'),
  'vendor-history/s3/aws-recorded-responses.json',
)

const { etag, lastModified } = anObject()
const earlier = toHttpDate(lastModified - 86_400_000)
const later = toHttpDate(lastModified + 1000)

const overriding: GrantTerms = {
  ...terms,
  parameters: { 'response-cache-control': 'non-ascii-%E2%80%94_—_é_' },
}
const eight = worldOf(terms, anObject(8))
const nothing: StorageWorld = { ...worldOf(), objectAt: () => undefined }
const changed = url.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
const doubled = url.replaceAll('%2F', '%252F')
const unsigned = { 'x-amz-date': 'x', 'x-amz-decoded-content-length': '8', 'x-amz-content-sha256': 'x' }

/** The recorded test, the response within it, and the same situation here. */
const refusals: readonly (readonly [string, string, Attempt, number])[] = [
  ['TestS3::test_invalid_range_error', 'exc', { headers: { range: 'bytes=1024-4096' }, world: eight }, 416],
  [
    'TestS3::test_range_key_not_exists',
    'exc',
    { headers: { range: 'bytes=1024-4096' }, world: nothing },
    404,
  ],
  ['TestS3::test_precondition_failed_error', 'get-object-if-match', { headers: { 'if-match': '"x"' } }, 412],
  ['TestS3PresignedUrl::test_s3_presigned_url_expired[s3v4]', 'expired-exception', { now: end }, 403],
  [
    'TestS3PresignedUrl::test_presigned_url_signature_authentication_expired[s3v4-False]',
    'expired',
    { now: end },
    403,
  ],
  [
    'TestS3PresignedUrl::test_presigned_url_signature_authentication[s3v4-False]',
    'invalid-get-1',
    { url: changed },
    403,
  ],
  [
    'TestS3PresignedUrl::test_s3_put_presigned_url_missing_sig_param[s3v4]',
    'missing-param-exception',
    { url: url.replace(/&X-Amz-Signature=.*/, '') },
    400,
  ],
  ['TestS3PresignedUrl::test_presigned_double_encoded_credentials', 'error-malformed', { url: doubled }, 400],
  [
    'TestS3PresignedUrl::test_put_object_with_md5_and_chunk_signature_bad_headers[s3v4-True]',
    'with-decoded-content-length',
    { headers: unsigned },
    403,
  ],
  [
    'TestS3PresignedUrl::test_s3_put_presigned_url_same_header_and_qs_parameter',
    'override-signed-qs',
    { headers: { 'x-amz-expires': '1' } },
    403,
  ],
  [
    'TestS3PresignedUrl::test_get_response_overrides_unicode_metadata_with_sig_s3',
    'unicode-error',
    { url: s3.presign(overriding) },
    400,
  ],
  [
    'TestS3::test_s3_get_object_preconditions[get_object]',
    'precondition-if-match',
    { headers: { 'if-match': '"x"' } },
    412,
  ],
  [
    'TestS3::test_s3_get_object_preconditions[get_object]',
    'precondition-if-unmodified-since',
    { headers: { 'if-unmodified-since': earlier } },
    412,
  ],
]

/** The same for answers without an error body. */
const answers: readonly (readonly [string, Attempt, number])[] = [
  ['precondition-if-none-match', { headers: { 'if-none-match': `"${etag}"` } }, 304],
  ['etag-missing-quotes', { headers: { 'if-none-match': etag } }, 304],
  ['copy-precondition-if-modified-since', { headers: { 'if-modified-since': later } }, 304],
  [
    'precondition-if-modified-since-is-object',
    { headers: { 'if-modified-since': toHttpDate(lastModified) } },
    304,
  ],
  [
    'precondition-if-unmodified-since-is-object',
    { headers: { 'if-unmodified-since': toHttpDate(lastModified) } },
    200,
  ],
  ['obj-ignore-future-modified-since', { headers: { 'if-modified-since': toHttpDate(end) } }, 200],
  ['obj-success', {}, 200],
]

/** Values that AWS's recording masks, or that are another situation's own. */
const own = new Set([
  'RequestId',
  'HostId',
  'AWSAccessKeyId',
  'StringToSign',
  'StringToSignBytes',
  'SignatureProvided',
  'CanonicalRequest',
  'CanonicalRequestBytes',
  'Expires',
  'ServerTime',
  'X-Amz-Expires',
  'Key',
])
/** LocalStack's reader of two of its tests leaves the ids out. */
const ids = new Set(['RequestId', 'HostId'])

const comparable = (error: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(error).flatMap(([name, value]) =>
      ids.has(name) ? [] : [[name, own.has(name) ? 'its own' : value]],
    ),
  )
if (existsSync(file)) {
  const all: Readonly<Record<string, { readonly 'recorded-content': Readonly<Record<string, Recorded>> }>> =
    JSON.parse(readFileSync(file, 'utf8'))
  const recorded = (name: string, response: string): Recorded => {
    const found = all[`tests/aws/services/s3/test_s3.py::${name}`]?.['recorded-content'][response]
    if (found === undefined) throw new Error(`AWS's answer to ${name} ${response} was not recorded`)
    return found
  }
  const statusOf = ({ StatusCode, ResponseMetadata }: Recorded): number | undefined =>
    StatusCode ?? ResponseMetadata?.HTTPStatusCode

  describe('storage refuses as AWS did in', () => {
    test.each(refusals)('%s, %s', (name, response, attempt, status) => {
      const aws = recorded(name, response)
      const ours = answered(attempt)
      expect(ours.status).toBe(status)
      // Some recordings hold no status; where one stands it is ours.
      expect([status, undefined]).toContain(statusOf(aws))
      expect(comparable(errorIn(ours))).toEqual(comparable(aws.Error ?? {}))
    })
  })

  describe('storage answers as AWS did in test_s3_get_object_preconditions', () => {
    test.each(answers)('%s', (response, attempt, status) => {
      expect(statusOf(recorded('TestS3::test_s3_get_object_preconditions[get_object]', response))).toBe(
        status,
      )
      expect(answered(attempt).status).toBe(status)
    })
  })

  test.each([
    ['get-object', 'bytes=0-1023'],
    ['get-object-2', 'bytes=1024-2047'],
  ])('storage answers a range as AWS did in test_range_header_body_length, %s', (response, range) => {
    const aws = recorded('TestS3::test_range_header_body_length', response)
    const { status, headers } = answered({ headers: { range } })
    expect({
      AcceptRanges: headers['accept-ranges'],
      ContentLength: Number(headers['content-length']),
      ContentRange: headers['content-range'],
      ServerSideEncryption: headers['x-amz-server-side-encryption'],
    }).toEqual({
      AcceptRanges: aws.AcceptRanges,
      ContentLength: aws.ContentLength,
      ContentRange: aws.ContentRange,
      ServerSideEncryption: aws.ServerSideEncryption,
    })
    expect(status).toBe(statusOf(aws))
  })
} else {
  test.skip(`the responses recorded from AWS are not at ${file}; PLAYHEAD_SHARED says where`, () => {})
}
