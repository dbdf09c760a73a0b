import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { s3 } from '../../../mocks/storage/s3.ts'
import { lastInstant } from '../../../mocks/world/instant.ts'
import { getting, signedAt, terms, url, worldOf } from './a-bucket.ts'

const path = getting(url).path

/** Text of any code units at all: NUL, line ends, lone surrogates. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.constantFrom(...[...'\0\r\n%&=+?/#'].map((c) => c.charCodeAt(0))),
    ),
  )
  .map((units) => String.fromCharCode(...units))
const names = fc.constantFrom(
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Signature',
  'X-Amz-Date',
  'X-Amz-SignedHeaders',
  'X-Amz-Expires',
  'X-Amz-Security-Token',
  '__proto__',
)
const values = fc.oneof(
  anyText,
  anyText.map((text) => encodeURIComponent(text.toWellFormed())),
  fc.constantFrom(
    'AWS4-HMAC-SHA256',
    'PHAKDEFAULT%2F20260131%2Feu-west-1%2Fs3%2Faws4_request',
    'PHAKDEFAULT%2F00000000%2Feu-west-1%2Fs3%2Faws4_request',
    '20260131T090000Z',
    '00000000T000000Z',
    '99991231T235959Z',
    '900',
    '9'.repeat(400),
    '-0',
    'host;constructor;__proto__;',
    '%00',
    '%ff',
    '%E2%82',
  ),
)
const parameter = fc.tuple(names, values).map(([name, value]) => `${name}=${value}`)
const hostilePaths = fc.oneof(
  anyText,
  anyText.map((text) => `/${text}`),
  fc.array(parameter, { maxLength: 20 }).map((all) => `/recordings/calls/c1.mp3?${all.join('&')}`),
  fc.array(parameter, { maxLength: 3 }).map((all) => `${path}&${all.join('&')}`),
  fc
    .tuple(names, values)
    .map(([name, value]) => path.replace(new RegExp(`(${name}=)[^&]*`), () => `${name}=${value}`)),
)
const headers = fc.dictionary(
  fc.constantFrom(
    'range',
    'if-match',
    'if-none-match',
    'if-range',
    'if-modified-since',
    'x-amz-date',
    'constructor',
  ),
  anyText,
)

const isStorageAnswer = (status: number): boolean =>
  [200, 206, 304, 400, 403, 404, 405, 412, 416].includes(status)

describe('hostile input', () => {
  test('in the URL is refused in the words of S3, never with an exception', () => {
    fc.assert(
      fc.property(hostilePaths, fc.integer({ min: 0, max: lastInstant }), (hostile, when) => {
        fc.pre(hostile !== path)
        for (const now of [signedAt, when]) {
          const response = s3.answer({ method: 'GET', path: hostile, headers: {} }, worldOf(), now)
          expect([400, 403]).toContain(response.status)
          expect(response.body).toMatch(
            /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<Error><Code>\w+<\/Code>/,
          )
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('in method and headers is answered, never with an exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant('GET'), anyText), headers, (method, given) => {
        const { status } = s3.answer({ method, path, headers: given }, worldOf(), signedAt)
        expect(status).toSatisfy(isStorageAnswer)
      }),
      { numRuns: 1000 },
    )
  })

  test('never gets a header that could split the response', () => {
    fc.assert(
      fc.property(anyText, headers, (contentType, given) => {
        const asked = s3.presign({ ...terms, parameters: { 'response-content-type': contentType } })
        const response = s3.answer(getting(asked, given), worldOf(), signedAt)
        for (const value of Object.values(response.headers))
          expect(value).toMatch(/^[\t\u0020-\u007e\u00a0-\u00ff]*$/)
      }),
      { numRuns: 1000 },
    )
  })

  test('reads no lifetime with an exception', () => {
    fc.assert(
      fc.property(hostilePaths, (hostile) => {
        const lifetime = s3.lifetimeOf(hostile)
        if (lifetime !== undefined) expect(lifetime.until).toBeGreaterThanOrEqual(lifetime.from)
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['a path of a megabyte', `/recordings/${'x'.repeat(1_000_000)}`],
    ['a hundred thousand parameters', `${path}${'&a=b'.repeat(100_000)}`],
    ['a hundred thousand signed headers', path.replace('=host', `=host${'%3Ba'.repeat(100_000)}`)],
    ['a megabyte of slashes in the credential', path.replace('eu-west-1', '%2F'.repeat(300_000))],
  ])('%s is refused soon', { timeout: 5000 }, (_, hostile) => {
    expect([400, 403]).toContain(
      s3.answer({ method: 'GET', path: hostile, headers: {} }, worldOf(), signedAt).status,
    )
  })
})
