import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../contracts/catalogue.ts'
import { observe } from '../../../contracts/drivers/observe.ts'
import type { HarEntry } from '../../../contracts/har/har.ts'
import { isHar, readHar } from '../../../contracts/har/read-har.ts'
import { writeHar } from '../../../contracts/har/write-har.ts'
import type { Event } from '../../../contracts/history.ts'
import { linesOf, runOf } from '../drivers/observe/watched.ts'
import { historyAt, osviPlays, urlOf } from '../rules/a-history.ts'
import { Har12Schema } from './har-12.ts'

const { api, storage } = historyAt('osvi')
const runWith = (...moments: readonly (readonly Event[])[]) => runOf(linesOf(moments.flat()))
const findingsIn = (run: ReturnType<typeof runOf>) =>
  observe({ run, rules: catalogue }).report.findings.map(({ rule, what }) => [rule, what])
const resultsIn = (run: ReturnType<typeof runOf>) => observe({ run, rules: catalogue }).report.results

describe('a run as HAR', () => {
  const run = runWith(
    api(osviPlays(urlOf(1)), { took: 40 }),
    storage(urlOf(1), { at: 50 }),
    storage(`${urlOf(1)}&a=1`, { at: 60, method: 'HEAD', headers: { 'api-token': '{key:default}' } }),
    api('{}', { at: 70, how: 'lost' }),
    api('{}', { at: 80, how: 'truncated', status: 500 }),
    api('{}', { at: 90, how: 'aborted', status: 500 }),
  )
  const text = writeHar(run)

  test('is valid by HAR 1.2', () => {
    const read = v.safeParse(Har12Schema, JSON.parse(text))
    expect(read.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined()
    expect(isHar(text)).toBe(true)
  })

  test('comes back as the run it was, and is judged alike', () => {
    const back = readHar(text, 'run.har')
    expect(back.lines.map(({ event }) => event.kind)).toEqual(run.lines.map(({ event }) => event.kind))
    expect(back.lines.flatMap(({ event }) => (event.kind === 'settled' ? event.how : []))).toEqual(
      run.lines.flatMap(({ event }) => (event.kind === 'settled' ? event.how : [])),
    )
    expect(findingsIn(run)).toHaveLength(3)
    expect(findingsIn(back)).toEqual(findingsIn(run))
  })

  test('holds no origin by its role, and nothing that was masked', () => {
    expect(text).not.toMatch(/\{(api|storage)\}/)
    expect(text).toContain('Signature={signature:1}')
    expect(text).toContain('{key:default}')
  })
})

const signature = 'a'.repeat(64)
const base = 'http://127.0.0.1:4010'
const stored = `http://127.0.0.1:4011/b/1.mp4?X-Amz-Signature=${signature}`
const osviKey = { name: 'API-Token', value: 'secret-of-somebody' }

interface Exported extends Partial<Omit<HarEntry, 'request' | 'response'>> {
  readonly method?: string
  readonly headers?: HarEntry['request']['headers']
  readonly response?: Partial<HarEntry['response']>
}

let started = Date.parse('2026-01-31T09:00:00.000Z')
const nextStart = (): string => {
  started += 20
  return new Date(started).toISOString()
}

/** An entry as browsers export it, begun when the one before it had ended. */
const entry = (url: string, { method = 'GET', headers = [], response, ...rest }: Exported = {}) => ({
  startedDateTime: nextStart(),
  time: 12.5,
  timings: { send: 0.1, wait: 10, receive: 2.4 },
  request: { method, url, headers },
  response: { status: 200, headers: [], content: { size: 0, mimeType: '' }, ...response },
  ...rest,
})
const json = (value: unknown) => ({
  content: { size: 1, mimeType: 'application/json', text: JSON.stringify(value) },
})
const exported = (...entries: readonly object[]): string =>
  JSON.stringify({ log: { version: '1.2', creator: { name: 'WebInspector', version: '1' }, entries } })

const osvi = `${base}/osvi/v1/call/00000000-0000-4000-8000-000000000001/recording`
const lookup = entry(osvi, { headers: [osviKey], response: json(osviPlays(stored)) })

describe('a HAR file of a browser', () => {
  test('is read with its secrets masked', () => {
    const run = readHar(exported(lookup, entry(stored, { headers: [osviKey] })), 'a.har')
    expect(JSON.stringify(run)).not.toMatch(/secret-of-somebody|aaaaaaaa/)
    expect(findingsIn(run)).toEqual([
      ['never-send-the-key-to-storage', 'it sent the header api-token to storage'],
    ])
  })

  test('leaves out what the browser did by itself, and whatever concerns no vendor', () => {
    const preflight = entry(osvi, {
      method: 'OPTIONS',
      headers: [
        { name: 'Origin', value: 'http://localhost:3000' },
        { name: 'Access-Control-Request-Method', value: 'GET' },
      ],
    })
    const cached = { ...entry(stored, { method: 'HEAD' }), _fromCache: 'disk' }
    const other = entry('https://example.com/osvi/v1/call/1/recording')
    const { lines } = readHar(exported(preflight, lookup, cached, other, entry(stored)), 'a.har')
    expect(lines.flatMap(({ event }) => (event.kind === 'sent' ? event.role : []))).toEqual([
      'api',
      'storage',
    ])
  })

  test('knows a vendor by its own host', () => {
    const real = entry('https://api.openphone.com/v1/call-recordings/ACplayable', {
      headers: [{ name: 'authorization', value: 'Bearer abcdefghijk' }],
    })
    expect(findingsIn(readHar(exported(real), 'a.har'))).toEqual([
      ['ask-with-the-vendors-own-key', 'it asked with "authorization: Bearer {key:unknown-1}"'],
    ])
  })

  test('that leaves out every Authorization is not held against the app', () => {
    const bare = entry(`${base}/quo/v1/call-recordings/ACplayable`)
    const keyed = entry(`${base}/envoy/v1/calls/x`, { headers: [{ name: 'Cookie', value: 'a=1' }] })
    const own = (run: ReturnType<typeof runOf>) =>
      resultsIn(run).find(({ rule }) => rule === 'ask-with-the-vendors-own-key')
    expect(own(readHar(exported(bare), 'a.har'))).toMatchObject({
      kind: 'skipped',
      reason: expect.stringContaining('no Authorization header anywhere'),
    })
    const api403 = { ...bare, request: { ...bare.request, headers: keyed.request.headers } }
    expect(own(readHar(exported(api403), 'a.har'))).toMatchObject({ kind: 'failed' })
  })

  test('may hold its texts as base64', () => {
    const text = Buffer.from(JSON.stringify(osviPlays(stored))).toString('base64')
    const content = { size: 1, mimeType: 'application/json', text, encoding: 'base64' }
    const run = readHar(
      exported(entry(osvi, { headers: [osviKey], response: { content } }), entry(stored)),
      'a.har',
    )
    expect(resultsIn(run).find(({ rule }) => rule === 'use-the-url-byte-for-byte')).toMatchObject({
      judged: 1,
    })
  })

  test('tells a request that came to nothing', () => {
    const ends = ['net::ERR_ABORTED', 'net::ERR_CONNECTION_RESET'].map((_error) =>
      entry(osvi, { headers: [osviKey], response: { status: 0, _error } }),
    )
    const { lines } = readHar(exported(...ends), 'a.har')
    expect(lines.flatMap(({ event }) => (event.kind === 'settled' ? event.how : event.kind))).toEqual([
      'sent',
      'aborted',
      'sent',
      'reset',
    ])
  })

  test.for<[string, string, string]>([
    ['malformed', '{"log":', 'as a HAR file: '],
    ['without its entries', '{"log":{"creator":{"name":"a"}}}', 'log.entries: '],
    [
      'with a date that is none',
      exported({ ...lookup, startedDateTime: 'soon' }),
      'log.entries.0.startedDateTime: is no date',
    ],
    [
      'with a date that nobody can write',
      exported({ ...lookup, startedDateTime: '+200000-01-01T00:00:00Z' }),
      'log.entries.0.startedDateTime: is no date',
    ],
    [
      'with a time that nobody waits',
      exported({ ...lookup, time: 1e300 }),
      'log.entries.0.time: is longer than a year',
    ],
  ])('is refused %s', ([, text, told]) => {
    expect(() => readHar(text, 'a.har')).toThrow(told)
  })
})
