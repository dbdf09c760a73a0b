import { s3 } from '../../../mocks/storage/s3.ts'
import { end, terms, url, worldOf } from './a-bucket.ts'
import { credential, setting, without } from './an-attempt.ts'
import type { NamedCase, Suite, Wanted } from './named-case.ts'
import { versitygwReads } from './named-cases-versitygw-reads.ts'

const query = (message: string): Wanted => ({
  status: 400,
  code: 'AuthorizationQueryParametersError',
  message,
})
const missing = query(
  'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
)
const parsing = (what: string): Wanted => query(`Error parsing the X-Amz-Credential parameter; ${what}`)

/** The suite signs a deletion of the bucket; what is judged before the method is looked at is the same for a fetch. */
const auth: readonly NamedCase[] = [
  {
    name: 'missing_algo_query_param',
    does: 'leaves the algorithm out',
    asks: [[{ url: without('X-Amz-Algorithm') }, missing]],
  },
  {
    name: 'unsupported_algorithm',
    does: 'names an algorithm that is none',
    asks: [
      [
        { url: setting('X-Amz-Algorithm', 'AWS4-SHA256') },
        query('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256"'),
      ],
    ],
  },
  {
    name: 'ECDSA_not_supported',
    does: 'names the asymmetric algorithm, which AWS has and the suite’s server has not',
    asks: [
      [
        { url: setting('X-Amz-Algorithm', 'AWS4-ECDSA-P256-SHA256') },
        query('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"'),
      ],
    ],
  },
  {
    name: 'security_token_with_permanent_credentials',
    does: 'adds a token to a link whose key has no sessions',
    asks: [
      [
        {
          url: `${url}&X-Amz-Security-Token=my_token`,
          world: { ...worldOf(), sessionEndedAt: () => 'unknown' },
        },
        {
          status: 400,
          code: 'InvalidToken',
          message: 'The provided token is malformed or otherwise invalid.',
        },
      ],
    ],
  },
  {
    name: 'missing_signature_query_param',
    does: 'leaves the signature out',
    asks: [[{ url: without('X-Amz-Signature') }, missing]],
  },
  {
    name: 'missing_credentials_query_param',
    does: 'leaves the credential out',
    asks: [[{ url: without('X-Amz-Credential') }, missing]],
  },
  {
    name: 'malformed_creds_invalid_parts',
    does: 'gives a credential of three parts',
    asks: [
      [
        { url: credential('access/hello/world') },
        parsing(
          'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
        ),
      ],
    ],
  },
  ...['creds_invalid_terminal', 'creds_invalid_terminator'].map((name) => ({
    name,
    does: 'ends the credential in another word',
    asks: [
      [
        { url: credential('PHAKDEFAULT/20260131/eu-west-1/s3/aws5_request') },
        parsing('incorrect terminal "aws5_request". This endpoint uses "aws4_request".'),
      ] as const,
    ],
  })),
  {
    name: 'creds_incorrect_service',
    does: 'gives a credential of another service',
    asks: [
      [
        { url: credential('PHAKDEFAULT/20260131/eu-west-1/sns/aws4_request') },
        parsing('incorrect service "sns". This endpoint belongs to "s3".'),
      ],
    ],
  },
  {
    name: 'creds_incorrect_region',
    does: 'signs for another region',
    differs: 'the suite quotes the regions with double quotes, AWS with single ones',
    asks: [
      [
        { world: { ...worldOf(), region: 'us-east-1' } },
        parsing("the region 'eu-west-1' is wrong; expecting 'us-east-1'"),
      ],
    ],
  },
  {
    name: 'creds_invalid_date',
    does: 'gives a credential of a day that is none',
    asks: [
      [
        { url: credential('PHAKDEFAULT/32234Z34/eu-west-1/s3/aws4_request') },
        parsing(
          'incorrect date format "32234Z34". This date in the credential must be in the format "yyyyMMdd".',
        ),
      ],
    ],
  },
  {
    name: 'non_existing_access_key_id',
    does: 'gives a key that is not known',
    asks: [
      [
        { url: credential('a_rarely_existing_access_key_id/20260131/eu-west-1/s3/aws4_request') },
        { status: 403, code: 'InvalidAccessKeyId' },
      ],
    ],
  },
  {
    name: 'missing_date_query',
    does: 'leaves the date out',
    asks: [[{ url: without('X-Amz-Date') }, missing]],
  },
  {
    name: 'dates_mismatch',
    does: 'gives a credential of another day than the date',
    asks: [
      [
        { url: credential('PHAKDEFAULT/20060102/eu-west-1/s3/aws4_request') },
        query('Invalid credential date "20060102". This date is not the same as X-Amz-Date: "20260131".'),
      ],
    ],
  },
  {
    name: 'missing_signed_headers_query_param',
    does: 'leaves the signed headers out',
    asks: [[{ url: without('X-Amz-SignedHeaders') }, missing]],
  },
  {
    name: 'unsigned_required_header',
    does: 'adds headers of S3’s own that were not signed',
    asks: [
      [
        { headers: { 'x-amz-copy-source': 'source-bucket/source-key', 'x-amz-tagging': 'a=b' } },
        {
          status: 403,
          code: 'AccessDenied',
          message: 'There were headers present in the request which were not signed',
        },
      ],
    ],
  },
  {
    name: 'unsigned_non_required_header',
    does: 'adds headers of others',
    asks: [[{ headers: { 'content-type': 'text/plain', 'x-custom-header': 'value' } }, { status: 200 }]],
  },
  {
    name: 'missing_expiration_query_param',
    does: 'leaves the lifetime out',
    asks: [[{ url: without('X-Amz-Expires') }, missing]],
  },
  {
    name: 'invalid_expiration_query_param',
    does: 'gives a lifetime in words',
    asks: [[{ url: setting('X-Amz-Expires', 'invalid_value') }, query('X-Amz-Expires should be a number')]],
  },
  {
    name: 'negative_expiration_query_param',
    does: 'gives a negative lifetime',
    asks: [[{ url: setting('X-Amz-Expires', '-3') }, query('X-Amz-Expires must be non-negative')]],
  },
  {
    name: 'exceeding_expiration_query_param',
    does: 'gives a lifetime of more than a week',
    asks: [
      [
        { url: setting('X-Amz-Expires', '60580000') },
        query(
          'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
        ),
      ],
    ],
  },
  {
    name: 'expired_request',
    does: 'fetches by a link that has ended, its signature tampered with',
    asks: [
      [{ now: end + 30 * 86_400_000 }, { status: 403, code: 'AccessDenied', message: 'Request has expired' }],
      [
        { url: setting('X-Amz-Signature', '0'), now: end },
        { status: 403, message: 'Request has expired' },
      ],
    ],
  },
  {
    name: 'incorrect_secret_key',
    does: 'signs with another secret',
    asks: [
      [
        { url: s3.presign({ ...terms, secret: `${terms.secret}x` }) },
        { status: 403, code: 'SignatureDoesNotMatch' },
      ],
    ],
  },
  {
    name: 'sigv2_not_supported',
    does: 'signs by version 2',
    asks: [
      [
        { url: 'http://h/recordings/c1?AWSAccessKeyId=a&Expires=9999999999&Signature=my-signature' },
        { status: 400, code: 'InvalidRequest' },
      ],
    ],
  },
  {
    name: 'Put_GetObject_with_data',
    does: 'uploads and then fetches, each by a link',
    asks: [
      [
        { url, world: worldOf() },
        { status: 200, bytes: [0, 2048] },
      ],
    ],
  },
  {
    name: 'Put_GetObject_with_UTF8_chars',
    does: 'does the same under a key of odd characters',
    asks: [
      [
        { url: s3.presign({ ...terms, key: 'my-$%^&*;' }), world: worldOf({ ...terms, key: 'my-$%^&*;' }) },
        { status: 200 },
      ],
    ],
  },
  { name: 'PutObject_success', does: 'uploads', cannot: 'storage is only fetched from', asks: [] },
  { name: 'UploadPart', does: 'uploads a part', cannot: 'storage is only fetched from', asks: [] },
]

/** @see https://github.com/versity/versitygw tests/integration/presigned_urls.go, GetObject.go, HeadObject.go */
export const versitygw: Suite = {
  suite: 'versity/versitygw',
  cases: [...auth.map((one) => ({ ...one, name: `PresignedAuth_${one.name}` })), ...versitygwReads],
}
