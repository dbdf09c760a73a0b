import { s3 } from '../../../mocks/storage/s3.ts'
import { anObject, end, terms, url, worldOf } from './a-bucket.ts'
import { signedUrl } from './a-signed-url.ts'
import { doubled, tampered } from './an-attempt.ts'
import type { NamedCase, Suite } from './named-case.ts'

const byHost = 'asks the same of the bucket’s own host; storage here stands under a path alone'
const second = 'signature version 2, which storage refuses as a whole'
const mismatch = { status: 403, code: 'SignatureDoesNotMatch' } as const
const expired = { status: 403, code: 'AccessDenied', message: 'Request has expired' } as const
const typed = s3.presign({ ...terms, parameters: { 'response-content-type': 'audio/x-mpeg' } })
const eight = worldOf(terms, anObject(8))

const authentication: NamedCase['asks'] = [
  [{}, { status: 200 }],
  [{ url: tampered }, mismatch],
  [{ url: typed }, { status: 200, headers: { 'content-type': 'audio/x-mpeg' } }],
  [{ url: typed.replace('x-mpeg', 'mp4') }, mismatch],
  [{ url: `${url}&response-content-type=a` }, mismatch],
  [{ method: 'PUT' }, mismatch],
]

const versions = (name: string, does: string, asks: NamedCase['asks']): readonly NamedCase[] => [
  { name: `${name}[s3v4-False]`, does, asks },
  { name: `${name}[s3v4-True]`, does: byHost, asks },
  { name: `${name}[s3-False]`, does, cannot: second, asks: [] },
  { name: `${name}[s3-True]`, does, cannot: second, asks: [] },
]

const cases: readonly NamedCase[] = [
  {
    name: 'test_s3_presigned_url_expired[s3v4]',
    does: 'fetches by a link that lives for 2 s, after 3',
    asks: [
      [{ now: end - 1 }, { status: 200 }],
      [{ now: end }, expired],
    ],
  },
  { name: 'test_s3_presigned_url_expired[s3]', does: 'does the same', cannot: second, asks: [] },
  ...versions(
    'test_presigned_url_signature_authentication',
    'fetches by a right link and by links tampered with',
    authentication,
  ),
  ...versions('test_presigned_url_signature_authentication_expired', 'fetches by a link that has ended', [
    [{ now: end }, expired],
  ]),
  ...versions('test_presigned_url_signature_authentication_multi_part', 'uploads a part by a link', []).map(
    ({ name, does }) => ({ name, does, cannot: 'storage is only fetched from', asks: [] }),
  ),
  {
    name: 'test_invalid_range_error',
    does: 'asks for bytes past the end of eight',
    asks: [
      [
        { headers: { range: 'bytes=1024-4096' }, world: eight },
        { status: 416, code: 'InvalidRange' },
      ],
    ],
  },
  {
    name: 'test_range_key_not_exists',
    does: 'asks for bytes of an object that is not there',
    asks: [
      [
        { headers: { range: 'bytes=1024-4096' }, world: { ...worldOf(), objectAt: () => undefined } },
        { status: 404, code: 'NoSuchKey' },
      ],
    ],
  },
  {
    name: 'test_range_header_body_length',
    does: 'asks for both halves of an object',
    asks: [
      [
        { url, world: worldOf(), headers: { range: 'bytes=0-1023' } },
        { status: 206, bytes: [0, 1024] },
      ],
      [
        { url, world: worldOf(), headers: { range: 'bytes=1024-2047' } },
        { status: 206, bytes: [1024, 2048] },
      ],
    ],
  },
  {
    name: 'test_precondition_failed_error',
    does: 'asks for a tag that it has not',
    asks: [[{ headers: { 'if-match': '"x"' } }, { status: 412, code: 'PreconditionFailed' }]],
  },
  {
    name: 'test_presigned_double_encoded_credentials',
    does: 'fetches by a link whose credential was encoded twice',
    asks: [[{ url: doubled }, { status: 400, code: 'AuthorizationQueryParametersError' }]],
  },
  {
    name: 'test_presigned_url_v4_x_amz_in_qs',
    does: 'signs parameters of S3’s own in the query, and forges them',
    asks: [
      [{ url: signedUrl({ parameters: { 'x-amz-meta-foo': 'bar' } }) }, { status: 200 }],
      [{ url: signedUrl({ parameters: { 'x-amz-meta-foo': 'bar' } }).replace('=bar', '=baz') }, mismatch],
      [{ url: `${url}&x-amz-meta-foo=bar` }, mismatch],
    ],
  },
]

/** @see https://github.com/localstack/localstack tests/aws/services/s3/test_s3.py */
export const localstack: Suite = { suite: 'localstack/localstack', cases }
