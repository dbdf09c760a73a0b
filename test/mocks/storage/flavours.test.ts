import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodeHasher } from '../../../mocks/node-hash.ts'
import { assumed } from '../../../mocks/storage/assumed.ts'
import type { GrantTerms, StorageFlavour } from '../../../mocks/storage/flavour.ts'
import { storages } from '../../../mocks/storage/index.ts'
import { anObject, bytesIn, getting, signedAt, terms, worldOf } from './a-bucket.ts'

const all: readonly (readonly [string, StorageFlavour])[] = Object.entries(storages)

const keys = fc.string({ unit: fc.constantFrom(...'aZ09-._~ +=/%?#&;:@!$\'"()*,é你😀\n'), minLength: 1 })
const anyTerms: fc.Arbitrary<GrantTerms> = fc.record({
  origin: fc.constantFrom('http://127.0.0.1:4011', 'https://storage.test'),
  host: fc.constant('storage.test'),
  bucket: fc.stringMatching(/^[a-z][a-z0-9-]{2,20}$/),
  key: keys,
  accessKeyId: fc.stringMatching(/^PHAK[A-Z2-7]{1,20}$/),
  secret: fc.string({ minLength: 1 }),
  region: fc.constantFrom('us-east-1', 'eu-west-1'),
  dateSecond: fc.integer({ min: 0, max: 4_102_444_800_000 }),
  expiresSeconds: fc.integer({ min: 1, max: 604_800 }),
})

/**
 * What no storage tells apart: the digits of an encoding (RFC 3986 section 6.2.2.1), a question mark before no query,
 * and to Google the case of the signature's name.
 */
const isSame = (one: string, other: string): boolean => {
  const plainly = (path: string): string =>
    path
      .replace(/%[0-9a-f]{2}/gi, (hex) => hex.toUpperCase())
      .replace(/\?$/, '')
      .replace(/X-Goog-Signature/i, 'X-Goog-Signature')
  return plainly(one) === plainly(other)
}

describe.each(all)('%s', (id, storage) => {
  const url = storage.presign(terms)
  const answer = (headers = {}, method = 'GET', world = worldOf()) =>
    storage.answer(getting(url, headers, method), world, signedAt)

  test('stands in the registry under its own id, and says what it assumes', () => {
    expect(storage.id).toBe(id)
    expect(assumed[storage.id].length).toBeGreaterThan(0)
    for (const said of assumed[storage.id]) expect(said).toMatch(/^[A-Zx].*\.$/)
  })

  test('plays what it grants, and tells whose it is, of which object and for how long', () => {
    fc.assert(
      fc.property(anyTerms, (given) => {
        const granted = storage.presign(given)
        const from = Math.floor(given.dateSecond / 1000) * 1000
        expect(storage.answer(getting(granted), worldOf(given), from).status).toBe(200)
        expect(storage.addressOf(granted)).toEqual({ bucket: given.bucket, key: given.key })
        expect(storage.addressOf(getting(granted).path)).toEqual({ bucket: given.bucket, key: given.key })
        expect(storage.signerOf(granted)).toBe(given.accessKeyId)
        expect(storage.lifetimeOf(granted)).toEqual(
          id === 'plain' ? undefined : { from, until: from + given.expiresSeconds * 1000 },
        )
      }),
      { numRuns: 200 },
    )
  })

  test('refuses a link that is changed in any one character', () => {
    fc.assert(
      fc.property(
        anyTerms,
        fc.nat(),
        fc.constantFrom(...'aA0zZ9-._~%+=&?/# éf\u0000'),
        fc.constantFrom(0, 1),
        fc.boolean(),
        (given, place, character, dropped, dropOnly) => {
          const { path } = getting(storage.presign(given))
          const at = place % path.length
          const mutant = `${path.slice(0, at)}${dropOnly ? '' : character}${path.slice(at + (dropOnly ? 1 : dropped))}`
          fc.pre(!isSame(mutant, path))
          const request = { method: 'GET', path: mutant, headers: {} }
          expect([400, 403, 404]).toContain(storage.answer(request, worldOf(given), given.dateSecond).status)
        },
      ),
      { numRuns: 800 },
    )
  })

  test('reads nothing off a URL that is another’s', () => {
    for (const [other, { presign }] of all) {
      if (other === id) continue
      expect(storage.signerOf(presign(terms))).toBeUndefined()
      expect(storage.lifetimeOf(presign(terms))).toBeUndefined()
      expect([403, 404]).toContain(storage.answer(getting(presign(terms)), worldOf(), signedAt).status)
    }
  })

  test('gives the same URL and the same answer with a faster hash', () => {
    expect(storage.presign(terms, nodeHasher)).toBe(url)
    expect(storage.answer(getting(url), worldOf(), signedAt, nodeHasher).status).toBe(200)
  })

  test('answers the same request at the same instant alike', () => {
    const { body: _, ...first } = answer()
    expect(answer()).toMatchObject(first)
  })

  test('serves a range, clamped', () => {
    const response = answer({ range: 'bytes=2000-9999' })
    expect(response).toMatchObject({
      status: 206,
      headers: { 'content-range': 'bytes 2000-2047/2048', 'content-length': '48', 'accept-ranges': 'bytes' },
    })
    expect(bytesIn(response)).toEqual(anObject().body.read(2000, 2048))
  })

  test('refuses a range past the end with the size', () => {
    expect(answer({ range: 'bytes=2048-' })).toMatchObject({
      status: 416,
      headers: { 'content-range': 'bytes */2048' },
    })
  })

  test('answers several ranges, reversed and malformed ones with the whole', () => {
    for (const range of ['bytes=0-1,4-5', 'bytes=5-1', 'bytes=x', 'items=0-1'])
      expect(answer({ range })).toMatchObject({ status: 200, headers: { 'content-length': '2048' } })
  })

  test('keeps conditions', () => {
    expect(answer({ 'if-match': '"other"' }).status).toBe(412)
    const unchanged = answer({ 'if-none-match': `"${anObject().etag}"` })
    expect(unchanged).toMatchObject({ status: 304, headers: { etag: `"${anObject().etag}"` } })
    expect(unchanged).not.toHaveProperty('body')
  })

  test('knows no other methods', () => {
    for (const method of ['PUT', 'POST', 'DELETE', 'get'])
      expect([403, 405]).toContain(answer({}, method).status)
  })

  test('forgets what is gone, whatever is asked of it', () => {
    const nothing = { ...worldOf(), objectAt: () => undefined }
    expect(answer({ range: 'bytes=9999-', 'if-match': '"x"' }, 'GET', nothing).status).toBe(404)
  })

  test('refuses a signer that is not known', () => {
    expect([403, 404]).toContain(answer({}, 'GET', { ...worldOf(), secretOf: () => undefined }).status)
  })

  test('lets a link die with the session of its signer, and one without a session live', () => {
    const given = { ...terms, sessionToken: 'a/token+of=a session' }
    const link = storage.presign(given)
    const end = signedAt + 450_000
    const statusAt = (now: number, ended: number | 'unknown' | undefined): number =>
      storage.answer(getting(link), { ...worldOf(given), sessionEndedAt: () => ended }, now).status
    expect(statusAt(end - 1, end)).toBe(200)
    expect(statusAt(end, undefined)).toBe(200)
    expect(statusAt(end, end)).toBe(id === 'plain' ? 404 : 400)
    expect(statusAt(signedAt, 'unknown')).toBe(id === 'plain' ? 404 : 400)
    const lasting = { ...worldOf(), sessionEndedAt: () => signedAt }
    expect(storage.answer(getting(url), lasting, signedAt).status).toBe(200)
  })

  test.each([400, 403, 404, 410, 418, 429, 500, 503, 599])('fails with %d when told to', (status) => {
    const response = storage.refuse(status, getting(url), signedAt)
    expect(response.status).toBe(status)
    expect(response.body).toContain(id === 'plain' ? `${status} ` : '<Error><Code>')
    expect(storage.refuse(status, getting(url, {}, 'HEAD'), signedAt)).not.toHaveProperty('body')
  })

  test('lets a link die early when told to', () => {
    const response = storage.refuse('expired-token', getting(url), signedAt)
    expect(response.status).toBe(id === 'plain' ? 404 : 400)
    if (id !== 'plain') expect(response.body).toContain('<Code>ExpiredToken</Code>')
  })

  test('plays whatever host it is reached at', () => {
    expect(answer({ host: 'proxy.test:8080', origin: 'http://app.test' }).status).toBe(200)
  })
})
