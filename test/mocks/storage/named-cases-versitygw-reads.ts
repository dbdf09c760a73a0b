import { s3 } from '../../../mocks/storage/s3.ts'
import { toHttpDate } from '../../../mocks/world/instant.ts'
import { anObject, signedAt, terms, url, worldOf } from './a-bucket.ts'
import { signedUrl } from './a-signed-url.ts'
import type { Attempt } from './an-attempt.ts'
import type { NamedCase, Wanted } from './named-case.ts'

type Method = 'GET' | 'HEAD'
type Ask = readonly [Attempt, Wanted]

const asking = (method: Method, length: number, headers: Readonly<Record<string, string>>): Attempt => ({
  url: method === 'GET' ? url : signedUrl({ method }),
  method,
  headers,
  world: worldOf(terms, anObject(length)),
})

const malformed = [',', ' -1', '--1', '0 -1', '0--1', 'abc', 'a-z'].map((range) => `bytes=${range}`)
const ignored = [...malformed, 'bytes=0-0,1-2', 'foo=0-1']

/** What a range asks of a length: the bytes it is served, all of them without a word, or none. */
const served = (length: number, part: readonly [number, number] | 'whole' | 'none'): Wanted => {
  if (part === 'none') return { status: 416, headers: { 'content-range': `bytes */${length}` } }
  if (part === 'whole')
    return { status: 200, headers: { 'content-length': `${length}`, 'content-range': '' } }
  const [from, to] = part
  const contentRange = `bytes ${from}-${to - 1}/${length}`
  return { status: 206, headers: { 'content-length': `${to - from}`, 'content-range': contentRange } }
}

const ofAHundred = (method: Method): readonly Ask[] => {
  const ask = (range: string, part: readonly [number, number] | 'whole' | 'none'): Ask => {
    const wanted = served(100, part)
    const bytes = method === 'GET' && typeof part !== 'string' ? { bytes: part } : {}
    return [asking(method, 100, { range }), { ...wanted, ...bytes }]
  }
  const whole = [...ignored, 'bytes=10-5', 'bytes=abc-xyz', 'bytes=100-x', 'bytes=102-0']
  const parts: Readonly<Record<string, readonly [number, number]>> = {
    '00-01': [0, 2],
    '-1': [99, 100],
    '-2': [98, 100],
    '-10': [90, 100],
    '-100': [0, 100],
    '-101': [0, 100],
    '0-0': [0, 1],
    '0-99': [0, 100],
    '0-100': [0, 100],
    '0-999999': [0, 100],
    '1-99': [1, 100],
    '50-99': [50, 100],
    '50-': [50, 100],
    '0-': [0, 100],
    '99-99': [99, 100],
  }
  return [
    ...whole.map((range) => ask(range, 'whole')),
    ...Object.entries(parts).map(([range, part]) => ask(`bytes=${range}`, part)),
    ...['bytes=-0', 'bytes=100-100', 'bytes=100-110'].map((range) => ask(range, 'none')),
  ]
}

const ofNothing = (method: Method): readonly Ask[] => [
  ...[...ignored, 'bytes=-1'].map((range): Ask => [asking(method, 0, { range }), served(0, 'whole')]),
  ...['00-01', '-0', '0-0', '0-'].map(
    (range): Ask => [asking(method, 0, { range: `bytes=${range}` }), served(0, 'none')],
  ),
]

/** Every combination of the four conditions, each absent, holding or failing; tags with and without quotes. */
const everyCondition = (method: Method): readonly Ask[] => {
  const { etag, lastModified } = anObject()
  const tags = [undefined, 'invalid_etag', `"${etag}"`, etag]
  const before = toHttpDate(lastModified - 3 * 86_400_000)
  const after = toHttpDate(signedAt - 1000)
  const dates = [undefined, before, after]
  const mine = (tag: string | undefined): boolean => tag?.includes(etag) === true
  const status = (match?: string, noneMatch?: string, modified?: string, unmodified?: string): number => {
    if (match !== undefined ? !mine(match) : unmodified === before) return 412
    return (noneMatch !== undefined ? mine(noneMatch) : modified === after) ? 304 : 200
  }
  return tags.flatMap((match) =>
    tags.flatMap((noneMatch) =>
      dates.flatMap((modified) =>
        dates.map((unmodified): Ask => {
          const given = {
            'if-match': match,
            'if-none-match': noneMatch,
            'if-modified-since': modified,
            'if-unmodified-since': unmodified,
          }
          const headers = Object.entries(given).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, value] as const],
          )
          return [
            asking(method, 10, Object.fromEntries(headers)),
            { status: status(match, noneMatch, modified, unmodified) },
          ]
        }),
      ),
    ),
  )
}

const overrides: Readonly<Record<string, string>> = {
  'cache-control': 'no-cache',
  'content-disposition': 'attachment; filename="test.txt"',
  'content-encoding': 'txt',
  'content-language': 'en-US',
  'content-type': 'text/plain',
  expires: 'Thu, 01 Dec 2024 16:00:00 GMT',
}
const overriding = (headers: Readonly<Record<string, string>>): Ask => {
  const parameters = Object.entries(headers).map(([name, value]) => [`response-${name}`, value])
  return [
    { url: s3.presign({ ...terms, parameters: Object.fromEntries(parameters) }) },
    { status: 200, headers },
  ]
}

/** The suite's tests of reading an object. */
export const versitygwReads: readonly NamedCase[] = [
  { name: 'GetObject_with_range', does: 'asks for ranges of 100 bytes', asks: ofAHundred('GET') },
  { name: 'HeadObject_with_range', does: 'does the same without the bytes', asks: ofAHundred('HEAD') },
  { name: 'GetObject_zero_len_with_range', does: 'asks for ranges of nothing', asks: ofNothing('GET') },
  { name: 'HeadObject_zero_len_with_range', does: 'does the same by HEAD', asks: ofNothing('HEAD') },
  {
    name: 'GetObject_by_range_resp_status',
    does: 'asks for 101 of 4,000 bytes',
    asks: [[asking('GET', 4000, { range: 'bytes=100-200' }), { status: 206, bytes: [100, 201] }]],
  },
  { name: 'GetObject_conditional_reads', does: 'combines the four conditions', asks: everyCondition('GET') },
  { name: 'HeadObject_conditional_reads', does: 'does the same by HEAD', asks: everyCondition('HEAD') },
  {
    name: 'GetObject_overrides_presign_success',
    does: 'asks by a link for each header of the response, and for all of them',
    asks: [
      ...Object.entries(overrides).map(([name, value]) => overriding({ [name]: value })),
      overriding(overrides),
    ],
  },
  {
    name: 'GetObject_non_existing_key',
    does: 'fetches an object that is not there',
    asks: [[{ world: { ...worldOf(), objectAt: () => undefined } }, { status: 404, code: 'NoSuchKey' }]],
  },
  {
    name: 'HeadObject_non_existing_object',
    does: 'asks for its headers',
    asks: [
      [{ ...asking('HEAD', 1, {}), world: { ...worldOf(), objectAt: () => undefined } }, { status: 404 }],
    ],
  },
  {
    name: 'GetObject_overrides_fail_public',
    does: 'asks for other headers without any right',
    cannot: 'no recording is public: whoever shows no right is refused',
    asks: [],
  },
]
