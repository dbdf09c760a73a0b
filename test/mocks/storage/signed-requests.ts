import fc from 'fast-check'
import type { ToSign } from './aws-oracle.ts'

/** What is done to a request after it was signed. */
export const changes = [
  'nothing',
  'another method',
  'another host',
  'a header changed',
  'a header spaced',
  'a header left out',
  'a header added',
  'parameters reordered',
  'a parameter added',
  'a parameter changed',
  'a parameter left out',
  'a parameter given twice',
  'the query encoded otherwise',
  'the path encoded otherwise',
  'the path changed',
  'the lifetime changed',
  'the date changed',
  'the region changed',
  'the signature changed',
] as const
export type Change = (typeof changes)[number]

const character = fc.constantFrom(...'aZ09-._~ +=/%?#&;:@!$\'"()*,[]é你😀')
const text = fc.string({ unit: character, minLength: 1, maxLength: 12 })
const parameterName = fc.constantFrom(
  'response-content-type',
  'response-content-disposition',
  'response-cache-control',
  'x-amz-meta-foo',
  'versionId',
  'a b',
)

/** Requests of every shape that S3 lets be signed. */
export const toSign: fc.Arbitrary<ToSign> = fc
  .record({
    method: fc.constantFrom('GET', 'GET', 'HEAD'),
    host: fc.constantFrom('storage.test', 'recordings.example.org'),
    key: text,
    parameters: fc.uniqueArray(fc.tuple(parameterName, text), { maxLength: 3, selector: ([name]) => name }),
    headers: fc.dictionary(
      fc.constantFrom('range', 'if-match', 'x-custom', 'x-amz-meta-bar'),
      fc.stringMatching(/^[a-z0-9=-]{1,8}( [a-z]{1,4})?$/),
      { maxKeys: 2 },
    ),
    secret: fc.string({ minLength: 1, maxLength: 20 }),
    region: fc.constantFrom('us-east-1', 'eu-west-1'),
    second: fc.integer({ min: 10, max: 86_000 }),
    expiresSeconds: fc.integer({ min: 3600, max: 600_000 }),
    token: fc.option(fc.base64String({ minLength: 4, maxLength: 24 }), { nil: undefined }),
  })
  .map(({ key, second, token, ...rest }) => ({
    ...rest,
    path: `/recordings/${key
      .split('/')
      .map((part) =>
        encodeURIComponent(part).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
      )
      .join('/')}`,
    accessKeyId: 'PHAKDEFAULT',
    date: Date.UTC(2026, 0, 31) + second * 1000,
    ...(token === undefined ? {} : { sessionToken: token }),
  }))

/** A request on the wire, before and after it is changed. */
export interface Sent {
  readonly method: string
  readonly host: string
  readonly address: string
  /** As written in the URL. */
  readonly parameters: readonly string[]
  readonly headers: Readonly<Record<string, string>>
}

/** Every character of a text spelt out, but those that part it. */
const spelt = (encoded: string, parting: RegExp): string =>
  encoded.replace(/%[0-9A-F]{2}|[^%]/g, (one) =>
    one.length > 1 ? one.toLowerCase() : parting.test(one) ? one : `%${one.charCodeAt(0).toString(16)}`,
  )

const numbered = (
  parameters: readonly string[],
  name: string,
  to: (value: number) => number,
): readonly string[] =>
  parameters.map((one) => {
    const [, value] = new RegExp(`^X-Amz-${name}=(\\d+)$`).exec(one) ?? []
    return value === undefined ? one : `X-Amz-${name}=${to(Number(value))}`
  })

/** A date one second later; the dates drawn leave room for it in their day. */
const later = (parameters: readonly string[]): readonly string[] =>
  parameters.map((one) =>
    one.startsWith('X-Amz-Date=')
      ? one.replace(/(\d)Z$/, (_, digit: string) => `${digit === '0' ? 1 : Number(digit) - 1}Z`)
      : one,
  )

/** Does one change; `pick` chooses where. A change that has nothing to take hold of leaves the request as it is. */
export const changed = (sent: Sent, change: Change, pick: number): Sent => {
  const { parameters, headers } = sent
  const place = pick % parameters.length
  const [name, value] = Object.entries(headers)[0] ?? []
  const first = (to: string): Sent =>
    name === undefined ? sent : { ...sent, headers: { ...headers, [name]: to } }
  switch (change) {
    case 'nothing':
      return sent
    case 'another method':
      return { ...sent, method: sent.method === 'GET' ? 'HEAD' : 'GET' }
    case 'another host':
      return { ...sent, host: `${sent.host}.other` }
    case 'a header changed':
      return first(`${value}x`)
    case 'a header spaced':
      return first(`  ${value?.replaceAll(' ', '   ')} `)
    case 'a header left out':
      return { ...sent, headers: Object.fromEntries(Object.entries(headers).slice(1)) }
    case 'a header added':
      return { ...sent, headers: { ...headers, 'x-another': 'value' } }
    case 'parameters reordered':
      return { ...sent, parameters: [...parameters.slice(place), ...parameters.slice(0, place)].toReversed() }
    case 'a parameter added':
      return { ...sent, parameters: parameters.toSpliced(place, 0, 'response-expires=0') }
    case 'a parameter changed':
      return { ...sent, parameters: parameters.map((one) => (one.startsWith('X-Amz-') ? one : `${one}x`)) }
    case 'a parameter left out':
      return { ...sent, parameters: parameters.filter((one, at) => at !== place || one.startsWith('X-Amz-')) }
    case 'a parameter given twice':
      return { ...sent, parameters: [...parameters, parameters[place] ?? ''] }
    case 'the query encoded otherwise':
      return { ...sent, parameters: parameters.map((one, at) => (at === place ? spelt(one, /=/) : one)) }
    case 'the path encoded otherwise':
      return { ...sent, address: spelt(sent.address, /\//) }
    case 'the path changed':
      return { ...sent, address: `${sent.address}x` }
    case 'the lifetime changed':
      return { ...sent, parameters: numbered(parameters, 'Expires', (seconds) => seconds + 1) }
    case 'the date changed':
      return { ...sent, parameters: later(parameters) }
    case 'the region changed':
      return {
        ...sent,
        parameters: parameters.map((one) => one.replace(/us-east-1|eu-west-1/, 'eu-north-1')),
      }
    case 'the signature changed':
      return {
        ...sent,
        parameters: parameters.map((one) =>
          one.startsWith('X-Amz-Signature=') ? one.replace(/.$/, (c) => (c === 'a' ? 'b' : 'a')) : one,
        ),
      }
  }
}
