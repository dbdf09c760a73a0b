import { describe, expect, test } from 'vitest'
import type { GrantTerms } from '../../../mocks/storage/flavour.ts'
import { plain } from '../../../mocks/storage/plain.ts'
import { bytesIn, getting, signedAt, terms, worldOf } from './a-bucket.ts'

const url = plain.presign(terms)
const answered = (asked: string, headers = {}, method = 'GET', now = signedAt) =>
  plain.answer(getting(asked, headers, method), worldOf(), now)

describe('a plain URL', () => {
  test('is a path that nobody can guess, without a query, which names its signer', () => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:4011\/recordings\/PHAKDEFAULT\.[0-9a-f]{32}\/calls\/c1\.mp3$/)
  })

  test('is the same whenever it is asked for, and however long it is to live', () => {
    expect(plain.presign({ ...terms, dateSecond: signedAt + 86_400_000, expiresSeconds: 1 })).toBe(url)
  })

  test.each<Partial<GrantTerms>>([
    { key: 'calls/c2.mp3' },
    { bucket: 'others' },
    { secret: 'another' },
    { accessKeyId: 'PHAKOTHER' },
    { sessionToken: 'a token' },
  ])('is another with %o', (change) => {
    const token = (of: string): string | undefined => /\.([0-9a-f]{32})/.exec(of)?.[1]
    expect(token(plain.presign({ ...terms, ...change }))).not.toBe(token(url))
  })

  test('has no end', () => {
    expect(plain.lifetimeOf(url)).toBeUndefined()
    expect(answered(url, {}, 'GET', signedAt + 3_650 * 86_400_000).status).toBe(200)
    expect(answered(url, {}, 'GET', 0).status).toBe(200)
  })

  test('plays, with the headers of a web server', () => {
    const response = answered(url)
    expect(response).toMatchObject({
      status: 200,
      headers: { 'content-type': 'audio/mpeg', 'content-length': '2048', server: 'nginx' },
    })
    expect(bytesIn(response).length).toBe(2048)
  })

  test('takes HEAD, a query and a key, as a public file does', () => {
    const head = answered(url, {}, 'HEAD')
    expect(head).toMatchObject({ status: 200, headers: { 'content-length': '2048' } })
    expect(head).not.toHaveProperty('body')
    expect(answered(`${url}?utm_source=a&b=%zz`).status).toBe(200)
    expect(answered(url, { authorization: 'Bearer osvi' }).status).toBe(200)
  })
})

describe('a web server answers 404 to', () => {
  test.each([
    ['a wrong secret part', url.replace(/\.[0-9a-f]{32}/, `.${'0'.repeat(32)}`)],
    ['none', url.replace(/\.[0-9a-f]{32}/, '')],
    ['another file under the same secret part', url.replace('c1', 'c2')],
    ['another signer', url.replace('PHAKDEFAULT', 'PHAKOTHER')],
    ['another bucket', url.replace('recordings', 'others')],
    ['a session that it was not made with', url.replace(/(\.[0-9a-f]{32})/, '$1.token')],
    ['a directory', url.replace('c1.mp3', '')],
    ['its root', 'http://127.0.0.1:4011/'],
    ['a path that cannot be read', url.replace('c1', '%zz')],
  ])('%s', (_, asked) => {
    const response = answered(asked)
    expect(response).toMatchObject({ status: 404, headers: { 'content-type': 'text/html' } })
    expect(response.body).toContain('<title>404 Not Found</title>')
  })

  test('a file that is gone, and to HEAD without a page', () => {
    const gone = { ...worldOf(), objectAt: () => undefined }
    expect(plain.answer(getting(url), gone, signedAt).status).toBe(404)
    expect(plain.answer(getting(url, {}, 'HEAD'), gone, signedAt)).not.toHaveProperty('body')
  })
})

test('any other method is not allowed', () => {
  expect(answered(url, {}, 'DELETE')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
})
