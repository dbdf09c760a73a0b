import fc from 'fast-check'
import { hostileBytes } from '../arbitraries/texts.ts'

/** A key that nobody has, and that must never be told. */
export const canary = 'canary-5f2c9be14a7d'

const some = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)

const lengths = [
  '0',
  '5',
  '05',
  '-1',
  '+5',
  '5, 5',
  '5,6',
  '0x5',
  '1e1',
  '',
  ' ',
  '99999999999999999999',
  '1048577',
  '5 ;a',
]
const codings = [
  'chunked',
  'Chunked',
  'gzip, chunked',
  'chunked, chunked',
  'chunked, identity',
  'xchunked',
  '\u000bchunked',
  '',
]

/** Lines of a head: good ones, ones that contradict each other, and ones that are none. */
export const headerLines = (): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: some(
        'Host: 127.0.0.1',
        'Host: localhost:4010',
        'host: evil.example',
        'Host:',
        'Host: a\r\nHost: b',
        'Host: \u0000',
      ),
    },
    {
      weight: 5,
      arbitrary: some(
        'api-token: playhead-osvi-16',
        'Authorization: playhead-quo',
        'x-api-key: playhead-feather',
        `API-Token: ${canary}`,
        `Authorization: Bearer ${canary}`,
        `X-Api-Key: ${canary}\r\nx-api-key: ${canary}`,
        `Cookie: a=${canary}`,
      ),
    },
    { weight: 3, arbitrary: fc.constantFrom(...lengths).map((one) => `Content-Length: ${one}`) },
    { weight: 3, arbitrary: fc.constantFrom(...codings).map((one) => `Transfer-Encoding: ${one}`) },
    {
      weight: 4,
      arbitrary: some(
        'Connection: close',
        'Connection: keep-alive',
        'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: AAAA',
        'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA',
        'Expect: 100-continue',
        'Expect: 200-ok',
        'TE: trailers',
        'Trailer: a',
        'Max-Forwards: 0',
      ),
    },
    {
      weight: 3,
      arbitrary: some(
        'Range: bytes=0-9',
        'Range: bytes=-1',
        'Range: bytes=9999999-',
        'Range: bytes=5-1,2-3',
        'If-Range: "a"',
        'If-None-Match: *',
        'Accept: text/event-stream',
        'Content-Type: application/json',
        'Origin: https://evil.example',
        'Origin: null',
        'Access-Control-Request-Method: PUT',
        'Prefer: code=200',
        'X-Playhead-Sandbox: ann',
        'X-Playhead-Sandbox: ../..',
      ),
    },
    {
      weight: 2,
      arbitrary: some(
        'A: b\r\n c',
        'A : b',
        ': b',
        'A',
        ' A: b',
        'A\u0000: b',
        'A: \u0000',
        'A: b\rC: d',
        'A: b\nC: d',
        `A: ${'a'.repeat(20_000)}`,
        `A: ${'a'.repeat(40_000)}`,
        Array.from({ length: 300 }, (_, n) => `A${n}: b`).join('\r\n'),
        '__proto__: a',
        'constructor: a',
      ),
    },
    { weight: 1, arbitrary: hostileBytes().map((text) => `X-A: ${text}`) },
  )
