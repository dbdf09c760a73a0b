import type { GrantTerms, StorageWorld, StoredObject } from '../../../mocks/storage/flavour.ts'
import { s3 } from '../../../mocks/storage/s3.ts'
import type { MediaBody, WireRequest, WireResponse } from '../../../mocks/world/exchange.ts'
import { type Instant, parseInstant } from '../../../mocks/world/instant.ts'
import { fieldsIn } from './error-fields.ts'

/** When the links of these tests are signed. */
export const signedAt: Instant = parseInstant('2026-01-31T09:00:00Z')

/** A body whose every byte tells where it stands. */
export const bodyOf = (length: number): MediaBody => ({
  length,
  read: (from, to) =>
    Uint8Array.from(
      { length: Math.max(0, Math.min(to, length) - Math.max(0, from)) },
      (_, i) => (Math.max(0, from) + i) % 251,
    ),
})

export const anObject = (length = 2048): StoredObject => ({
  contentType: 'audio/mpeg',
  etag: '8d777f385d3dfec8815d20f7496026dc',
  lastModified: parseInstant('2026-01-30T12:00:00.250Z'),
  body: bodyOf(length),
})

export const terms: GrantTerms = {
  origin: 'http://127.0.0.1:4011',
  host: 'storage.test',
  bucket: 'recordings',
  key: 'calls/c1.mp3',
  accessKeyId: 'PHAKDEFAULT',
  secret: 'a secret that signs',
  region: 'eu-west-1',
  dateSecond: signedAt,
  expiresSeconds: 900,
}

/** A fresh link, and when it ends. */
export const url: string = s3.presign(terms)
export const end: Instant = signedAt + terms.expiresSeconds * 1000

/** A storage that holds one object under whatever key the terms name. */
export const worldOf = (given: GrantTerms = terms, object: StoredObject = anObject()): StorageWorld => ({
  host: given.host,
  secretOf: (accessKeyId) => (accessKeyId === given.accessKeyId ? given.secret : undefined),
  objectAt: (bucket, key) => (bucket === given.bucket && key === given.key ? object : undefined),
})

/** The raw path and query of a URL; not `new URL`, which would normalise it. */
export const pathOf = (url: string): string => url.slice(url.indexOf('/', 'https://'.length))

export const getting = (
  url: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): WireRequest => ({ method, path: pathOf(url), headers: { host: '127.0.0.1:4011', ...headers } })

/** What a fresh link of the terms answers a second after it was signed. */
export const fetched = (
  headers: Readonly<Record<string, string>> = {},
  object: StoredObject = anObject(),
  method = 'GET',
): WireResponse =>
  s3.answer(getting(s3.presign(terms), headers, method), worldOf(terms, object), signedAt + 1000)

/** The elements of S3's error body, in their order and unescaped. */
export const errorIn = (response: WireResponse): Readonly<Record<string, string>> =>
  fieldsIn(response, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<Error>(.*)<\/Error>$/s)

/** All the bytes of a response. */
export const bytesIn = ({ body }: WireResponse): Uint8Array => {
  if (body === undefined || typeof body === 'string') throw new Error('There are no bytes to read')
  return body.read(0, body.length)
}
