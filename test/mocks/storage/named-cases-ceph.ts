import { s3 } from '../../../mocks/storage/s3.ts'
import { toHttpDate } from '../../../mocks/world/instant.ts'
import { anObject, end, signedAt, terms, url, worldOf } from './a-bucket.ts'
import { signedUrl } from './a-signed-url.ts'
import { type Attempt, setting } from './an-attempt.ts'
import type { NamedCase, Suite, Wanted } from './named-case.ts'

const { etag, lastModified } = anObject()
const tenant = { ...terms, accessKeyId: 'PHAKTENANT' }
const parametersError = 'AuthorizationQueryParametersError'
const long = { ...terms, expiresSeconds: 100_000 }

const expiry: readonly NamedCase[] = [
  {
    name: 'test_object_raw_get_x_amz_expires_not_expired',
    does: 'fetches by a link that lives for 100,000 s',
    asks: [[{ url: s3.presign(long), now: signedAt + 99_999_000 }, { status: 200 }]],
  },
  {
    name: 'test_object_raw_get_x_amz_expires_not_expired_tenant',
    does: 'does the same for a user of another tenant',
    asks: [[{ url: s3.presign(tenant), world: worldOf(tenant) }, { status: 200 }]],
  },
  {
    name: 'test_object_raw_get_x_amz_expires_out_range_zero',
    does: 'fetches by a link that lives for 0 s',
    asks: [[{ url: setting('X-Amz-Expires', '0') }, { status: 403, code: 'AccessDenied' }]],
  },
  {
    name: 'test_object_raw_get_x_amz_expires_out_max_range',
    does: 'fetches by a link that would live for more than a week',
    differs: 'the suite wants 403; AWS judges the parameter before the time, and answers 400',
    asks: [[{ url: setting('X-Amz-Expires', '609901') }, { status: 400, code: parametersError }]],
  },
  {
    name: 'test_object_raw_get_x_amz_expires_out_positive_range',
    does: 'fetches by a link with a negative life',
    differs: 'the suite wants 403; AWS judges the parameter before the time, and answers 400',
    asks: [[{ url: setting('X-Amz-Expires', '-7') }, { status: 400, code: parametersError }]],
  },
  {
    name: 'test_object_raw_put_authenticated_expired',
    does: 'uploads by a link that has ended',
    asks: [
      [
        { url: signedUrl({ method: 'PUT' }), method: 'PUT', now: end },
        { status: 403, code: 'AccessDenied' },
      ],
    ],
  },
]

/** The suite's object: eleven bytes. */
const eleven = worldOf(terms, anObject(11))
const mebibytes = worldOf(terms, anObject(8 * 1_048_576))
const empty = worldOf(terms, anObject(0))

const ranged = (
  name: string,
  does: string,
  range: string,
  world: Attempt['world'],
  wanted: Wanted,
): NamedCase => ({
  name,
  does,
  asks: [[{ url, headers: { range }, ...(world ? { world } : {}) }, wanted]],
})

const ranges: readonly NamedCase[] = [
  ranged('test_ranged_request_response_code', 'asks for bytes 4 to 7 of 11', 'bytes=4-7', eleven, {
    status: 206,
    headers: { 'content-range': 'bytes 4-7/11' },
    bytes: [4, 8],
  }),
  ranged(
    'test_ranged_big_request_response_code',
    'asks for two of eight mebibytes',
    'bytes=3145728-5242880',
    mebibytes,
    {
      status: 206,
      headers: { 'content-range': 'bytes 3145728-5242880/8388608', 'content-length': '2097153' },
    },
  ),
  ranged(
    'test_ranged_request_skip_leading_bytes_response_code',
    'asks for all but the first four bytes',
    'bytes=4-',
    eleven,
    { status: 206, headers: { 'content-range': 'bytes 4-10/11' }, bytes: [4, 11] },
  ),
  ranged(
    'test_ranged_request_return_trailing_bytes_response_code',
    'asks for the last seven bytes',
    'bytes=-7',
    eleven,
    { status: 206, headers: { 'content-range': 'bytes 4-10/11' }, bytes: [4, 11] },
  ),
  ranged('test_ranged_request_invalid_range', 'asks for bytes past the end', 'bytes=40-50', eleven, {
    status: 416,
    code: 'InvalidRange',
  }),
  ranged('test_ranged_request_empty_object', 'asks for bytes of an empty object', 'bytes=40-50', empty, {
    status: 416,
    code: 'InvalidRange',
  }),
]

const conditional = (
  name: string,
  does: string,
  header: string,
  value: string,
  wanted: Wanted,
): NamedCase => ({
  name: `test_get_object_${name}`,
  does,
  asks: [[{ headers: { [header]: value } }, wanted]],
})
const before = 'Sat, 29 Oct 1994 19:43:31 GMT'
const unmet: Wanted = { status: 412, code: 'PreconditionFailed' }

const conditions: readonly NamedCase[] = [
  conditional('ifmatch_good', 'asks for the tag it has', 'if-match', `"${etag}"`, { status: 200 }),
  conditional('ifmatch_failed', 'asks for another tag', 'if-match', '"ABCORZ"', unmet),
  conditional('ifnonematch_good', 'asks unless it has the tag it has', 'if-none-match', `"${etag}"`, {
    status: 304,
  }),
  conditional('ifnonematch_failed', 'asks unless it has another tag', 'if-none-match', 'ABCORZ', {
    status: 200,
  }),
  conditional('ifmodifiedsince_good', 'asks if it changed since 1994', 'if-modified-since', before, {
    status: 200,
  }),
  conditional(
    'ifmodifiedsince_failed',
    'asks if it changed in the last second',
    'if-modified-since',
    toHttpDate(lastModified + 1000),
    { status: 304 },
  ),
  conditional(
    'ifunmodifiedsince_good',
    'asks if it has not changed since 1994',
    'if-unmodified-since',
    before,
    unmet,
  ),
  conditional(
    'ifunmodifiedsince_failed',
    'asks if it has not changed by 2100',
    'if-unmodified-since',
    'Fri, 29 Oct 2100 19:43:31 GMT',
    { status: 200 },
  ),
]

const raw: readonly NamedCase[] = [
  {
    name: 'test_object_raw_response_headers',
    does: 'asks by a link for other headers of the response',
    asks: [
      [
        {
          url: s3.presign({
            ...terms,
            parameters: { 'response-content-type': 'foo/bar', 'response-cache-control': 'no-cache' },
          }),
        },
        { status: 200, headers: { 'content-type': 'foo/bar', 'cache-control': 'no-cache' } },
      ],
    ],
  },
  {
    name: 'test_object_raw_authenticated_object_gone',
    does: 'fetches an object that was deleted',
    asks: [[{ world: { ...worldOf(), objectAt: () => undefined } }, { status: 404, code: 'NoSuchKey' }]],
  },
  {
    name: 'test_object_raw_authenticated_bucket_gone',
    does: 'fetches from a bucket that was deleted',
    asks: [[{ world: { ...worldOf(), hasBucket: () => false } }, { status: 404, code: 'NoSuchBucket' }]],
  },
  {
    name: 'test_object_raw_get',
    does: 'fetches a public object without any right',
    cannot: 'no recording is public: whoever shows no right is refused',
    asks: [],
  },
]

/** @see https://github.com/ceph/s3-tests s3tests/functional/test_s3.py */
export const ceph: Suite = { suite: 'ceph/s3-tests', cases: [...expiry, ...ranges, ...conditions, ...raw] }
