import type { WireRequest, WireResponse } from '../world/exchange.ts'

/** What a page on another origin may read beside the body. */
const exposed = [
  'accept-ranges',
  'content-length',
  'content-range',
  'content-type',
  'date',
  'etag',
  'last-modified',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
].join(', ')

/** Whether a request asks what a page on another origin may send (a preflight, as the Fetch standard calls it). */
export const isPreflight = ({ method, headers }: WireRequest): boolean =>
  method === 'OPTIONS' &&
  headers.origin !== undefined &&
  headers['access-control-request-method'] !== undefined

/** Answers a preflight; alike for every vendor, sandbox and path, since browsers send no credential with it. */
export const preflight = ({ headers }: WireRequest): WireResponse => ({
  status: 204,
  headers: {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
    'access-control-max-age': '600',
    vary: 'Access-Control-Request-Headers',
  },
})

/** What S3's answers to pages depend on, preflights and others alike. */
const storageVary = 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method'

/**
 * Answers a preflight to storage, as S3 answers for a bucket that lets every origin read.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html
 */
export const storagePreflight = ({ headers }: WireRequest): WireResponse => {
  const asked = headers['access-control-request-headers']
  return {
    status: 200,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
      ...(asked === undefined ? {} : { 'access-control-allow-headers': asked }),
      'access-control-max-age': '600',
      vary: storageVary,
    },
    body: '',
  }
}

/** Lets a page on another origin read what storage sends. */
export const readableFromStorage = (response: WireResponse, request: WireRequest): WireResponse => {
  const read = readable(response, request)
  return read === response ? response : { ...read, headers: { ...read.headers, vary: storageVary } }
}

/** Lets a page on another origin read a response; a request without an Origin is answered as it is. */
export const readable = (response: WireResponse, { headers }: WireRequest): WireResponse =>
  headers.origin === undefined
    ? response
    : {
        ...response,
        headers: {
          ...response.headers,
          'access-control-allow-origin': '*',
          'access-control-expose-headers': exposed,
        },
      }
