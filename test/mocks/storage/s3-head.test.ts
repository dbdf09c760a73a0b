import { describe, expect, test } from 'vitest'
import { toHttpDate } from '../../../mocks/world/instant.ts'
import { anObject, end, terms, worldOf } from './a-bucket.ts'
import { signedUrl } from './a-signed-url.ts'
import { type Attempt, answered } from './an-attempt.ts'

const { etag, lastModified } = anObject()
const empty = worldOf(terms, anObject(0))
const nothing = { ...worldOf(), objectAt: () => undefined }

/** Every answer that a fetch can get. */
const attempts: readonly (readonly [string, Attempt, number])[] = [
  ['the whole', {}, 200],
  ['a part', { headers: { range: 'bytes=0-1' } }, 206],
  ['a clamped part', { headers: { range: 'bytes=2000-9999' } }, 206],
  ['the end', { headers: { range: 'bytes=-5000' } }, 206],
  ['several parts', { headers: { range: 'bytes=0-1,4-5' } }, 200],
  ['a part past the end', { headers: { range: 'bytes=2048-' } }, 416],
  ['no bytes at all', { headers: { range: 'bytes=-0' } }, 416],
  ['an empty object', { world: empty }, 200],
  ['a part of an empty object', { world: empty, headers: { range: 'bytes=0-0' } }, 416],
  ['the end of an empty object', { world: empty, headers: { range: 'bytes=-1' } }, 200],
  ['a part of the same version', { headers: { range: 'bytes=0-1', 'if-range': `"${etag}"` } }, 206],
  ['a part of another version', { headers: { range: 'bytes=0-1', 'if-range': `W/"${etag}"` } }, 200],
  ['a part as of its date', { headers: { range: 'bytes=0-1', 'if-range': toHttpDate(lastModified) } }, 206],
  ['a part past the end of another version', { headers: { range: 'bytes=9999-', 'if-range': '"x"' } }, 200],
  ['what has not changed', { headers: { 'if-none-match': `"a", W/"${etag}"` } }, 304],
  ['what has changed', { headers: { 'if-match': '"a", "b"' } }, 412],
  ['what is missing', { world: nothing }, 404],
  ['what is over', { now: end }, 403],
  ['what another signed', { world: { ...worldOf(), secretOf: () => 'another' } }, 403],
  ['two rights', { headers: { authorization: 'Bearer a' } }, 400],
]

describe('HEAD answers as GET does, without the body, for', () => {
  test.each(attempts)('%s', (_, attempt, status) => {
    const get = answered({ ...attempt, url: signedUrl() })
    const head = answered({ ...attempt, url: signedUrl({ method: 'HEAD' }), method: 'HEAD' })
    expect([get.status, head.status]).toEqual([status, status])
    expect(head).not.toHaveProperty('body')
    // The ids are those of another request.
    const compared = ({ headers: { 'x-amz-request-id': _id, 'x-amz-id-2': _host, ...rest } }: typeof get) =>
      rest
    expect(compared(head)).toEqual(compared(get))
  })
})
