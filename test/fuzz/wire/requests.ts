import fc from 'fast-check'
import { fixedIds, refs } from '../../../mocks/scenarios/refs.ts'
import { hostileBytes, mangledTexts } from '../arbitraries/texts.ts'
import { headerLines } from './header-lines.ts'

/** What stands for a live link, which only the server under test can mint. */
export const linkMark = '{link}'

const some = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)

const ids = refs.map((ref) => fixedIds(ref))

const paths = (): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .constantFrom(...ids)
        .chain(({ quo, osvi, envoy, feather, voqo }) =>
          some(
            `/v1/call-recordings/${quo}`,
            `/osvi/v1/call/${osvi}/recording`,
            `/~ann/envoy/api/v1/calls/${envoy}/recording`,
            `/feather/v1/voice/recordings/${feather}/playback-url`,
            `/voqo/public/recordings/${voqo}/replies`,
          ),
        ),
    },
    { weight: 3, arbitrary: fc.constant(linkMark) },
    {
      weight: 3,
      arbitrary: some(
        '/',
        '*',
        '',
        '//',
        '/..',
        '/../../etc/passwd',
        '/%2e%2e/%2e%2e/',
        '/__playhead/health',
        '/__playhead/',
        '/__playhead/clock',
        '/__playhead/journal',
        '/~/v1',
        '/~%00/v1',
        'http://127.0.0.1',
        'http://evil.example/osvi/v1/call/x/recording',
        'https://[::1]:99999/',
        'HTTP://a?b',
        'ftp://a/b',
        'a.example:443',
        '?',
        '#',
        '/a b',
        '/\u0000',
        '/\u00ff\u00fe',
        `/${'a'.repeat(17_000)}`,
        `/${'a'.repeat(40_000)}`,
      ),
    },
    { weight: 2, arbitrary: hostileBytes().map((text) => `/${text}`) },
  )

const methods = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 10, arbitrary: fc.constant('GET') },
    { weight: 4, arbitrary: some('HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE') },
    {
      weight: 2,
      arbitrary: some(
        'CONNECT',
        'PRI',
        'SOURCE',
        'get',
        'GETS',
        'G\tT',
        '',
        ' GET',
        'GET\u0000',
        'X'.repeat(300),
      ),
    },
  )

const versions = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 40, arbitrary: fc.constant(' HTTP/1.1') },
    {
      weight: 2,
      arbitrary: some(
        ' HTTP/1.0',
        ' HTTP/0.9',
        ' HTTP/2.0',
        ' HTTP/9.9',
        ' http/1.1',
        '',
        ' HTTP/1.1 ',
        ' ICE/1.0',
      ),
    },
  )

const bodies = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 40, arbitrary: fc.constant('') },
    {
      weight: 3,
      arbitrary: some(
        'hello',
        '5\r\nhello\r\n0\r\n\r\n',
        '5;a=b\r\nhello\r\n0\r\nA: b\r\n\r\n',
        'ffffffffffffffffff\r\n',
        '-1\r\nhello\r\n',
        '5\r\nhelloo\r\n0\r\n\r\n',
        '0\r\n\r\n',
        '0\r\n',
        '5\nhello\n0\n\n',
        '{"verb":"advance","value":"1s"}',
        '1f\r\n{"verb":"advance","value":"1s"}\r\n0\r\n\r\n',
        'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
        '\u0016\u0003\u0001\u0002\u0000\u0001',
      ),
    },
    { weight: 1, arbitrary: hostileBytes() },
  )

const ends = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 40, arbitrary: fc.constant('\r\n') },
    { weight: 1, arbitrary: some('\n', '\r', '\n\r', '') },
  )

/** Who is let in by two vendors, and by storage, which refuses an Authorization beside a link. */
const welcome = ['Host: 127.0.0.1', 'api-token: playhead-osvi-16', 'x-api-key: playhead-feather']

const requests = (): fc.Arbitrary<string> =>
  fc
    .record({
      method: methods(),
      path: paths(),
      version: versions(),
      first: fc.oneof(
        { weight: 8, arbitrary: fc.constant(welcome) },
        { weight: 2, arbitrary: fc.constant(['Host: 127.0.0.1']) },
        { weight: 1, arbitrary: fc.constant<string[]>([]) },
      ),
      headers: fc.oneof(
        { weight: 3, arbitrary: fc.constant<string[]>([]) },
        { weight: 2, arbitrary: fc.array(headerLines(), { minLength: 1, maxLength: 3 }) },
      ),
      end: ends(),
      body: bodies(),
    })
    .map(({ method, path, version, first, headers: lines, end, body }) =>
      [`${method} ${path}${version}`, ...first, ...lines, '', body].join(end),
    )

/** What a stranger sends over one connection: requests of every kind one behind the other, spoilt here and there, in pieces. */
export interface Stream {
  readonly origin: 'api' | 'storage'
  readonly pieces: readonly string[]
  /** Whether its headers are still where they belong, so that a key is known for one. */
  readonly tidy: boolean
}

/** Cuts a text at some places. */
const cutAt = (text: string, places: readonly number[]): readonly string[] => {
  const at = places.map((place) => place % (text.length + 1)).toSorted((a, b) => a - b)
  return [...at, text.length].map((end, n) => text.slice(n === 0 ? 0 : at[n - 1], end))
}

export const streams = (): fc.Arbitrary<Stream> =>
  fc
    .record({
      origin: some<Stream['origin']>('api', 'api', 'storage'),
      sent: fc.oneof(
        { weight: 8, arbitrary: requests().map((text) => ({ text, tidy: true })) },
        {
          weight: 2,
          arbitrary: fc
            .array(requests(), { minLength: 2, maxLength: 3 })
            .map((all) => ({ text: all.join(''), tidy: false })),
        },
        { weight: 3, arbitrary: mangledTexts(requests()).map((text) => ({ text, tidy: false })) },
        { weight: 1, arbitrary: hostileBytes().map((text) => ({ text, tidy: false })) },
      ),
      places: fc.oneof(
        { weight: 2, arbitrary: fc.constant<number[]>([]) },
        { weight: 2, arbitrary: fc.array(fc.nat(600), { minLength: 1, maxLength: 4 }) },
      ),
    })
    .map(({ origin, sent: { text, tidy }, places }) => ({
      origin,
      // As bytes, of which each is one character.
      pieces: cutAt(Buffer.from(text, 'latin1').toString('latin1'), places),
      tidy,
    }))
