import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aws, type Dialect, goog } from '../../../mocks/storage/dialect.ts'
import { storages } from '../../../mocks/storage/index.ts'
import { lastInstant } from '../../../mocks/world/instant.ts'
import { getting, signedAt, terms, worldOf } from './a-bucket.ts'

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
  'Algorithm',
  'Credential',
  'Signature',
  'Date',
  'SignedHeaders',
  'Expires',
  'Security-Token',
  '__proto__',
)
const valuesOf = ({ algorithm, service, terminal }: Dialect) =>
  fc.oneof(
    anyText,
    anyText.map((text) => encodeURIComponent(text.toWellFormed())),
    fc.constantFrom(
      algorithm,
      `PHAKDEFAULT%2F20260131%2Feu-west-1%2F${service}%2F${terminal}`,
      `PHAKDEFAULT%2F00000000%2Feu-west-1%2F${service}%2F${terminal}`,
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

/** Paths that no signer ever wrote, most of them nearly right. */
const hostileTo = (path: string, dialect: Dialect): fc.Arbitrary<string> => {
  const drawn = fc.tuple(names, valuesOf(dialect))
  const parameter = drawn.map(([name, value]) => `${dialect.prefix}${name}=${value}`)
  return fc.oneof(
    anyText,
    anyText.map((text) => `/${text}`),
    anyText.map((text) => path.replace('.', () => text)),
    fc.array(parameter, { maxLength: 20 }).map((all) => `/recordings/calls/c1.mp3?${all.join('&')}`),
    fc.array(parameter, { maxLength: 3 }).map((all) => `${path}&${all.join('&')}`),
    drawn.map(([name, value]) =>
      path.replace(new RegExp(`(${name}=)[^&]*`), () => `${dialect.prefix}${name}=${value}`),
    ),
  )
}
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

describe.each(Object.values(storages))('hostile input to $id', (storage) => {
  const { path } = getting(storage.presign(terms))
  const paths = hostileTo(path, storage.id === 'gcs' ? goog : aws)

  test('in the URL is refused in its own words, never with an exception', () => {
    fc.assert(
      fc.property(paths, fc.integer({ min: 0, max: lastInstant }), (hostile, when) => {
        fc.pre(hostile !== path)
        for (const now of [signedAt, when]) {
          const response = storage.answer({ method: 'GET', path: hostile, headers: {} }, worldOf(), now)
          expect([400, 403, 404]).toContain(response.status)
          expect(response.body).toMatch(/^(<\?xml [^>]*>\n?<Error><Code>\w+<\/Code>|<html>)/)
        }
      }),
      { numRuns: 1500 },
    )
  })

  test('in method and headers is answered, never with an exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant('GET'), anyText), headers, (method, given) => {
        const { status } = storage.answer({ method, path, headers: given }, worldOf(), signedAt)
        expect(status).toSatisfy(isStorageAnswer)
      }),
      { numRuns: 600 },
    )
  })

  test('never gets a header that could split the response', () => {
    fc.assert(
      fc.property(anyText, headers, (contentType, given) => {
        const asked = storage.presign({ ...terms, parameters: { 'response-content-type': contentType } })
        const response = storage.answer(getting(asked, given), worldOf(), signedAt)
        for (const value of Object.values(response.headers))
          expect(value).toMatch(/^[\t\u0020-\u007e\u00a0-\u00ff]*$/)
      }),
      { numRuns: 600 },
    )
  })

  test('is read without an exception', () => {
    fc.assert(
      fc.property(paths, (hostile) => {
        const lifetime = storage.lifetimeOf(hostile)
        if (lifetime !== undefined) expect(lifetime.until).toBeGreaterThanOrEqual(lifetime.from)
        expect([typeof storage.signerOf(hostile), typeof storage.addressOf(hostile)]).not.toContain(
          'function',
        )
      }),
      { numRuns: 600 },
    )
  })

  const huge: readonly (readonly [string, string])[] = [
    ['a path of a megabyte', `/recordings/${'x'.repeat(1_000_000)}`],
    ['a megabyte of points', path.replace('.', '.'.repeat(1_000_000))],
    ['a hundred thousand parameters', `${path.replace('c1', 'c2')}${'&a=b'.repeat(100_000)}`],
    ['a hundred thousand signed headers', path.replace('=host', `=host${'%3Ba'.repeat(100_000)}`)],
    ['a megabyte of slashes', path.replace('PHAK', '%2F'.repeat(300_000))],
  ]
  // A plain URL has no signed headers to make many of.
  test.each(huge.filter(([, hostile]) => hostile !== path))(
    '%s is refused soon',
    { timeout: 5000 },
    (_, hostile) => {
      expect([400, 403, 404]).toContain(
        storage.answer({ method: 'GET', path: hostile, headers: {} }, worldOf(), signedAt).status,
      )
    },
  )
})
