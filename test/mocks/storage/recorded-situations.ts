import type { StorageWorld } from '../../../mocks/storage/flavour.ts'
import { s3 } from '../../../mocks/storage/s3.ts'
import { toHttpDate } from '../../../mocks/world/instant.ts'
import { anObject, end, terms, url, worldOf } from './a-bucket.ts'
import { signedUrl } from './a-signed-url.ts'
import { type Attempt, doubled, tampered } from './an-attempt.ts'

/** One response that AWS gave, the same situation here, and the status that both are to have. */
export type Situation = readonly [test: string, response: string, attempt: Attempt, status: number]

const { etag, lastModified } = anObject()
const earlier = toHttpDate(lastModified - 86_400_000)
const later = toHttpDate(lastModified + 1000)
const same = toHttpDate(lastModified)

const nothing: StorageWorld = { ...worldOf(), objectAt: () => undefined }
const holding = (length: number): StorageWorld => worldOf(terms, anObject(length))
const unprintable = s3.presign({
  ...terms,
  parameters: { 'response-cache-control': 'non-ascii-%E2%80%94_—_é_' },
})
const dated = { 'x-amz-date': 'x', 'x-amz-content-sha256': 'x' }
const meta = { headers: { 'x-amz-meta-foo': 'bar' } }
const typed = { url: signedUrl({ headers: { 'content-type': 'audio/mpeg' } }) }
const encoded = { url: signedUrl({ headers: { 'content-encoding': 'identity' } }) }

const url1 = 'TestS3PresignedUrl::test_presigned_url_signature_authentication'
const put = 'TestS3PresignedUrl::test_s3_put_presigned_url'
const conditions = 'TestS3::test_s3_get_object_preconditions'

/** The uploads among them are fetched here: what is judged before the method is looked at is the same. */
export const situations: readonly Situation[] = [
  [
    'TestS3::test_invalid_range_error',
    'exc',
    { headers: { range: 'bytes=1024-4096' }, world: holding(8) },
    416,
  ],
  [
    'TestS3::test_range_key_not_exists',
    'exc',
    { headers: { range: 'bytes=1024-4096' }, world: nothing },
    404,
  ],
  ['TestS3::test_range_header_body_length', 'get-object', { headers: { range: 'bytes=0-1023' } }, 206],
  ['TestS3::test_range_header_body_length', 'get-object-2', { headers: { range: 'bytes=1024-2047' } }, 206],
  ['TestS3::test_precondition_failed_error', 'get-object-if-match', { headers: { 'if-match': '"x"' } }, 412],
  ['TestS3PresignedUrl::test_put_object', 'get_object', { world: holding(9) }, 200],
  ['TestS3PresignedUrl::test_s3_presigned_url_expired[s3v4]', 'expired-exception', { now: end }, 403],
  [`${url1}_expired[s3v4-False]`, 'expired', { now: end }, 403],
  [`${url1}_expired[s3v4-True]`, 'expired', { now: end }, 403],
  [`${url1}[s3v4-False]`, 'invalid-get-1', { url: tampered }, 403],
  [`${url1}[s3v4-True]`, 'invalid-get-1', { url: tampered }, 403],
  [`${url1}[s3v4-False]`, 'invalid-put-1', { url: tampered, method: 'PUT' }, 403],
  [`${url1}[s3v4-True]`, 'invalid-put-1', { url: tampered, method: 'PUT' }, 403],
  [
    `${put}_missing_sig_param[s3v4]`,
    'missing-param-exception',
    { url: url.replace(/&X-Amz-Signature=.*/, '') },
    400,
  ],
  [
    `${put}_with_different_headers[s3v4]`,
    'content-type-exception',
    { ...typed, headers: { 'content-type': 'x' } },
    403,
  ],
  [`${put}_with_different_headers[s3v4]`, 'content-type-response', { headers: { 'content-type': 'x' } }, 200],
  [
    `${put}_with_different_headers[s3v4]`,
    'wrong-content-encoding-response',
    { ...encoded, headers: { 'content-encoding': 'gzip' } },
    403,
  ],
  [
    `${put}_same_header_and_qs_parameter`,
    'double-header-query-string',
    { url: `${url}&X-Amz-Expires=1` },
    403,
  ],
  [`${put}_same_header_and_qs_parameter`, 'override-signed-qs', { headers: { 'x-amz-expires': '1' } }, 403],
  [
    'TestS3PresignedUrl::test_put_object_with_md5_and_chunk_signature_bad_headers[s3v4-True]',
    'with-decoded-content-length',
    { headers: { ...dated, 'x-amz-decoded-content-length': '8' } },
    403,
  ],
  [
    'TestS3PresignedUrl::test_put_object_with_md5_and_chunk_signature_bad_headers[s3v4-True]',
    'without-decoded-content-length',
    { headers: dated },
    403,
  ],
  ...['True', 'False'].flatMap((verified): readonly Situation[] => [
    [
      `TestS3PresignedUrl::test_put_url_metadata_with_sig_s3v4[${verified}]`,
      'no-meta-headers',
      { url: signedUrl(meta) },
      403,
    ],
    [
      `TestS3PresignedUrl::test_put_url_metadata_with_sig_s3v4[${verified}]`,
      'wrong-meta-headers',
      { url: signedUrl(meta), headers: { ...meta.headers, 'x-amz-meta-wrong': 'wrong' } },
      403,
    ],
    [
      `TestS3PresignedUrl::test_put_url_metadata_with_sig_s3v4[${verified}]`,
      'head_object',
      { url: signedUrl({ method: 'HEAD', ...meta }), ...meta, method: 'HEAD', world: holding(11) },
      200,
    ],
  ]),
  [
    'TestS3PresignedUrl::test_presigned_url_v4_x_amz_in_qs',
    'head-object',
    {
      url: signedUrl({ method: 'HEAD', parameters: { 'x-amz-meta-foo': 'bar-complicated-no-random' } }),
      method: 'HEAD',
      world: holding(6),
    },
    200,
  ],
  ['TestS3PresignedUrl::test_presigned_double_encoded_credentials', 'error-malformed', { url: doubled }, 400],
  [
    'TestS3PresignedUrl::test_get_response_overrides_unicode_metadata_with_sig_s3',
    'unicode-error',
    { url: unprintable },
    400,
  ],
  ...(['GET', 'HEAD'] as const).flatMap((method): readonly Situation[] => {
    const test = `${conditions}[${method.toLowerCase()}_object]`
    const asked = (headers: Readonly<Record<string, string>>): Attempt => ({
      url: signedUrl({ method }),
      method,
      headers,
      world: holding(4),
    })
    return [
      [test, 'precondition-if-match', asked({ 'if-match': '"x"' }), 412],
      [test, 'precondition-if-unmodified-since', asked({ 'if-unmodified-since': earlier }), 412],
      [test, 'precondition-if-none-match', asked({ 'if-none-match': `"${etag}"` }), 304],
      [test, 'etag-missing-quotes', asked({ 'if-none-match': etag }), 304],
      [test, 'copy-precondition-if-modified-since', asked({ 'if-modified-since': later }), 304],
      [test, 'precondition-if-modified-since-is-object', asked({ 'if-modified-since': same }), 304],
      [test, 'precondition-if-unmodified-since-is-object', asked({ 'if-unmodified-since': same }), 200],
      [test, 'obj-ignore-future-modified-since', asked({ 'if-modified-since': toHttpDate(end) }), 200],
      [test, 'obj-success', asked({}), 200],
    ]
  }),
]
