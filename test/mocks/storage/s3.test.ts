import { describe, expect, test } from 'vitest'
import { nodeHasher } from '../../../mocks/node-hash.ts'
import { s3 } from '../../../mocks/storage/s3.ts'
import {
  anObject,
  bytesIn,
  end,
  errorIn,
  fetched,
  getting,
  signedAt,
  terms,
  url,
  worldOf,
} from './a-bucket.ts'

const world = worldOf()
const at = (now: number) => s3.answer(getting(url), world, now)

describe('a live link', () => {
  test('plays, with the headers of S3 and the virtual date', () => {
    const response = fetched()
    expect(response.status).toBe(200)
    expect(response.headers).toEqual({
      'accept-ranges': 'bytes',
      'content-length': '2048',
      'content-type': 'audio/mpeg',
      date: 'Sat, 31 Jan 2026 09:00:01 GMT',
      etag: '"8d777f385d3dfec8815d20f7496026dc"',
      'last-modified': 'Fri, 30 Jan 2026 12:00:00 GMT',
      server: 'AmazonS3',
      'x-amz-id-2': expect.stringMatching(/^[A-Za-z0-9+/]{75}=$/),
      'x-amz-request-id': expect.stringMatching(/^[0-9A-Z]{16}$/),
      'x-amz-server-side-encryption': 'AES256',
    })
    expect(bytesIn(response)).toEqual(anObject().body.read(0, 2048))
  })

  test('answers the same request within a second with the same ids, and others with others', () => {
    const idsAt = (now: number, range: string) =>
      s3.answer(getting(url, { range }), world, now).headers['x-amz-request-id']
    expect(idsAt(signedAt, 'bytes=0-1')).toBe(idsAt(signedAt, 'bytes=0-1'))
    expect(idsAt(signedAt, 'bytes=0-1')).not.toBe(idsAt(signedAt + 1000, 'bytes=0-1'))
    expect(idsAt(signedAt, 'bytes=0-1')).not.toBe(idsAt(signedAt, 'bytes=0-2'))
  })

  test('plays whatever host it is reached at, and whatever header a browser adds', () => {
    const request = getting(url, { host: 'proxy.test:8080', origin: 'http://app.test', 'x-custom': '1' })
    expect(s3.answer(request, world, signedAt).status).toBe(200)
  })

  test('answers alike with a faster hash', () => {
    expect(s3.answer(getting(url), world, end, nodeHasher)).toEqual(at(end))
    expect(s3.answer(getting(url), world, signedAt, nodeHasher).status).toBe(200)
  })
})

describe('the time', () => {
  const minute = 60_000
  test.each([
    ['15 minutes before the signature', signedAt - 15 * minute, 200, undefined],
    ['1 ms earlier still', signedAt - 15 * minute - 1, 403, 'Request is not yet valid'],
    ['at the signature', signedAt, 200, undefined],
    ['1 ms before the end', end - 1, 200, undefined],
    ['at the end', end, 403, 'Request has expired'],
    ['a year later', end + 365 * 86_400_000, 403, 'Request has expired'],
  ])('%s', (_, now, status, message) => {
    const response = at(now)
    expect(response.status).toBe(status)
    expect(response.status === 200 ? undefined : errorIn(response).Message).toBe(message)
  })

  test('an expired link says how long it lived, when it ended and what time it is', () => {
    const { headers, body } = at(end + 1500)
    expect(headers['content-type']).toBe('application/xml')
    expect(body).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Request has expired</Message><X-Amz-Expires>900</X-Amz-Expires><Expires>2026-01-31T09:15:00Z</Expires><ServerTime>2026-01-31T09:15:01Z</ServerTime><RequestId>${headers['x-amz-request-id']}</RequestId><HostId>${headers['x-amz-id-2']}</HostId></Error>`,
    )
  })

  test('a link from the future tells its date in milliseconds', () => {
    expect(errorIn(at(signedAt - 3_600_000))).toMatchObject({
      'X-Amz-Date': `${signedAt}`,
      Expires: '2026-01-31T09:15:00Z',
      ServerTime: '2026-01-31T08:00:00Z',
    })
  })

  test('a link of no seconds arrives dead', () => {
    const dead = s3.presign({ ...terms, expiresSeconds: 0 })
    expect(errorIn(s3.answer(getting(dead), world, signedAt)).Message).toBe('Request has expired')
  })

  test('of a link can be read off its own text', () => {
    expect(s3.lifetimeOf(url)).toEqual({ from: signedAt, until: end })
    expect(s3.signerOf(url)).toBe('PHAKDEFAULT')
  })

  test.each(['', 'http://h/b/k', 'http://h/b/k?X-Amz-Date=20260131T090000Z', url.replace('=900', '=x'), '%'])(
    'cannot be read off %j',
    (other) => {
      expect(s3.lifetimeOf(other)).toBeUndefined()
      expect(s3.signerOf(other)).toBeUndefined()
    },
  )
})

describe("a signer's session", () => {
  const token = 'a/token+of=a session'
  const temporary = { ...terms, sessionToken: token }
  const ending = {
    ...worldOf(temporary),
    sessionEndedAt: (of: string) => (of === token ? signedAt + 450_000 : undefined),
  }
  const answerAt = (now: number) => s3.answer(getting(s3.presign(temporary)), ending, now)

  test('keeps its links alive until it ends', () => {
    expect(answerAt(signedAt + 449_999).status).toBe(200)
  })

  test('takes its links with it when it ends', () => {
    const response = answerAt(signedAt + 450_000)
    expect(response.status).toBe(400)
    expect(errorIn(response)).toMatchObject({ Code: 'ExpiredToken', 'Token-0': token })
  })

  test('does not outlive the link', () => {
    expect(errorIn(answerAt(end))).toMatchObject({ Code: 'AccessDenied', Message: 'Request has expired' })
  })

  test('that goes on changes nothing', () => {
    expect(s3.answer(getting(s3.presign(temporary)), worldOf(temporary), end - 1).status).toBe(200)
  })
})

describe('a range', () => {
  test('is answered with its bytes alone', () => {
    const response = fetched({ range: 'bytes=1024-4096' })
    expect(response).toMatchObject({
      status: 206,
      headers: { 'content-range': 'bytes 1024-2047/2048', 'content-length': '1024' },
    })
    expect(bytesIn(response)).toEqual(anObject().body.read(1024, 2048))
  })

  test('past the end is refused with the size', () => {
    const response = fetched({ range: 'bytes=2048-' })
    expect(response).toMatchObject({ status: 416, headers: { 'content-range': 'bytes */2048' } })
    expect(errorIn(response)).toMatchObject({
      Code: 'InvalidRange',
      RangeRequested: 'bytes=2048-',
      ActualObjectSize: '2048',
    })
  })

  test.each(['bytes=0-1,4-5', 'bytes=5-1', 'bytes=x'])('%s is answered with the whole', (range) => {
    const response = fetched({ range })
    expect(response).toMatchObject({ status: 200, headers: { 'content-length': '2048' } })
    expect(response.headers).not.toHaveProperty('content-range')
  })

  test('of another version of the object is answered with the whole', () => {
    expect(fetched({ range: 'bytes=0-1', 'if-range': '"other"' }).status).toBe(200)
    expect(fetched({ range: 'bytes=0-1', 'if-range': `"${anObject().etag}"` }).status).toBe(206)
  })

  test('is looked at after the conditions', () => {
    expect(fetched({ range: 'bytes=9999-', 'if-match': '"x"' }).status).toBe(412)
    expect(fetched({ range: 'bytes=9999-', 'if-none-match': '*' }).status).toBe(304)
  })

  test('of an empty object is refused, and the whole of it has no bytes', () => {
    expect(fetched({ range: 'bytes=0-0' }, anObject(0)).status).toBe(416)
    expect(fetched({}, anObject(0))).toMatchObject({ status: 200, headers: { 'content-length': '0' } })
  })
})

test('an object that has not changed is not sent again', () => {
  const { status, headers, body } = fetched({ 'if-none-match': `"${anObject().etag}"` })
  expect({ status, body }).toEqual({ status: 304, body: undefined })
  expect(headers).toMatchObject({ etag: `"${anObject().etag}"`, 'last-modified': expect.any(String) })
  expect(headers).not.toHaveProperty('content-length')
})

describe('what the link asks of the response', () => {
  const answered = (parameters: Readonly<Record<string, string>>) =>
    s3.answer(getting(s3.presign({ ...terms, parameters })), world, signedAt)

  // versitygw's GetObject_overrides_presign_success, ceph's test_object_raw_response_headers.
  test.each([
    ['cache-control', 'no-cache'],
    ['content-disposition', 'attachment; filename="c1.mp3"'],
    ['content-encoding', 'txt'],
    ['content-language', 'en-US'],
    ['content-type', 'audio/x-mpeg'],
    ['expires', 'Thu, 01 Dec 2024 16:00:00 GMT'],
  ])('%s', (header, value) => {
    const response = answered({ [`response-${header}`]: value })
    expect(response.status).toBe(200)
    expect(response.headers[header]).toBe(value)
  })

  test('is refused where no header can carry it', () => {
    expect(errorIn(answered({ 'response-content-type': 'a\r\nset-cookie: b=c' }))).toMatchObject({
      Code: 'InvalidArgument',
      ArgumentName: 'response-content-type',
    })
  })

  test('is not granted to whoever adds it to a link', () => {
    const added = getting(`${url}&response-content-type=text%2Fhtml`)
    expect(errorIn(s3.answer(added, world, signedAt)).Code).toBe('SignatureDoesNotMatch')
  })
})
