import { describe, expect, test } from 'vitest'
import { errorIn, worldOf } from './a-bucket.ts'
import { type Attempt, answered, credential, setting, without } from './an-attempt.ts'

const missing =
  'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.'

describe('storage takes no link with', () => {
  // The names after the dash are versitygw's PresignedAuth_* and ceph's test_object_raw_get_x_amz_*.
  test.each<[string, Attempt, string]>([
    ['no algorithm', { url: without('X-Amz-Algorithm') }, missing],
    ['no credential - missing_credentials_query_param', { url: without('X-Amz-Credential') }, missing],
    ['no signature - missing_signature_query_param', { url: without('X-Amz-Signature') }, missing],
    ['an empty signature', { url: setting('X-Amz-Signature', '') }, missing],
    ['no date - missing_date_query', { url: without('X-Amz-Date') }, missing],
    [
      'no signed headers - missing_signed_headers_query_param',
      { url: without('X-Amz-SignedHeaders') },
      missing,
    ],
    ['no expiry - missing_expiration_query_param', { url: without('X-Amz-Expires') }, missing],
    [
      'another algorithm - unsupported_algorithm',
      { url: setting('X-Amz-Algorithm', 'AWS4-SHA256') },
      'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256"',
    ],
    [
      'a short credential - malformed_creds_invalid_parts',
      { url: credential('access/hello/world') },
      'Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    ],
    [
      'a credential for nothing - creds_invalid_terminal',
      { url: credential('PHAKDEFAULT/20260131/eu-west-1/s3/aws5_request') },
      'Error parsing the X-Amz-Credential parameter; incorrect terminal "aws5_request". This endpoint uses "aws4_request".',
    ],
    [
      'a credential for another service - creds_incorrect_service',
      { url: credential('PHAKDEFAULT/20260131/eu-west-1/sns/aws4_request') },
      'Error parsing the X-Amz-Credential parameter; incorrect service "sns". This endpoint belongs to "s3".',
    ],
    [
      'a credential for another region - creds_incorrect_region',
      { world: { ...worldOf(), region: 'us-east-1' } },
      "Error parsing the X-Amz-Credential parameter; the region 'eu-west-1' is wrong; expecting 'us-east-1'",
    ],
    [
      'a credential without a day - creds_invalid_date',
      { url: credential('PHAKDEFAULT/32234Z34/eu-west-1/s3/aws4_request') },
      'Error parsing the X-Amz-Credential parameter; incorrect date format "32234Z34". This date in the credential must be in the format "yyyyMMdd".',
    ],
    [
      'a credential of another day - dates_mismatch',
      { url: credential('PHAKDEFAULT/20060102/eu-west-1/s3/aws4_request') },
      'Invalid credential date "20060102". This date is not the same as X-Amz-Date: "20260131".',
    ],
    [
      'a date that is none',
      { url: setting('X-Amz-Date', '20260131') },
      `X-Amz-Date must be in the ISO8601 Long Format "yyyyMMdd'T'HHmmss'Z'"`,
    ],
    [
      'an expiry of more than a week - expires_out_max_range, exceeding_expiration_query_param',
      { url: setting('X-Amz-Expires', '604801') },
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    ],
    [
      'a negative expiry - expires_out_positive_range, negative_expiration_query_param',
      { url: setting('X-Amz-Expires', '-3') },
      'X-Amz-Expires must be non-negative',
    ],
    [
      'an expiry in words - invalid_expiration_query_param',
      { url: setting('X-Amz-Expires', 'invalid_value') },
      'X-Amz-Expires should be a number',
    ],
  ])('%s', (_, attempt, message) => {
    const response = answered(attempt)
    expect(response.status).toBe(400)
    expect(errorIn(response)).toMatchObject({ Code: 'AuthorizationQueryParametersError', Message: message })
  })

  test('a day that does not exist', () => {
    const date = setting('X-Amz-Date', '20260230T090000Z').replace('20260131%2F', '20260230%2F')
    expect(errorIn(answered({ url: date })).Message).toContain('ISO8601 Long Format')
  })
})
