import { describe, expect, test } from 'vitest'
import { judgeConditions, rangeApplies } from '../../../mocks/storage/preconditions.ts'
import { toHttpDate } from '../../../mocks/world/instant.ts'
import { anObject, signedAt } from './a-bucket.ts'

const object = anObject()
const day = 86_400_000
const quoted = `"${object.etag}"`
const same = toHttpDate(object.lastModified)
const before = toHttpDate(object.lastModified - day)
const after = toHttpDate(object.lastModified + 1000)
const future = toHttpDate(signedAt + day)

const judged = (headers: Readonly<Record<string, string>>) =>
  judgeConditions({ method: 'GET', path: '/', headers }, object, signedAt)

// ceph's test_get_object_ifmatch_*, _ifnonematch_*, _ifmodifiedsince_*, _ifunmodifiedsince_*; the combinations are
// versitygw's GetObject_conditional_reads, which were tried on S3.
describe('a condition', () => {
  test.each([
    ['nothing', {}, 'holds'],
    ['If-Match good', { 'if-match': quoted }, 'holds'],
    ['If-Match without quotes', { 'if-match': object.etag }, 'holds'],
    ['If-Match anything', { 'if-match': '*' }, 'holds'],
    ['If-Match in a list', { 'if-match': `"other", ${quoted}` }, 'holds'],
    ['If-Match failed', { 'if-match': '"other"' }, 'failed'],
    ['If-Match anything, in a list', { 'if-match': '"other", *' }, 'failed'],
    ['If-Match anything, spaced', { 'if-match': ' * ' }, 'holds'],
    ['If-None-Match in a list', { 'if-none-match': `"other" , ${quoted},W/"third"` }, 'not-modified'],
    ['If-None-Match nowhere in a list', { 'if-none-match': '"other", W/"third"' }, 'holds'],
    ['If-None-Match anything, in a list', { 'if-none-match': '"other", *' }, 'holds'],
    ['If-Match weak', { 'if-match': `W/${quoted}` }, 'failed'],
    ['If-Match empty', { 'if-match': '' }, 'failed'],
    ['If-None-Match good', { 'if-none-match': '"other"' }, 'holds'],
    ['If-None-Match failed', { 'if-none-match': quoted }, 'not-modified'],
    ['If-None-Match without quotes', { 'if-none-match': object.etag }, 'not-modified'],
    ['If-None-Match weak', { 'if-none-match': `W/${quoted}` }, 'not-modified'],
    ['If-None-Match anything', { 'if-none-match': '*' }, 'not-modified'],
    ['If-Modified-Since good', { 'if-modified-since': before }, 'holds'],
    ['If-Modified-Since failed', { 'if-modified-since': after }, 'not-modified'],
    ['If-Modified-Since the second itself', { 'if-modified-since': same }, 'not-modified'],
    ['If-Modified-Since in the future', { 'if-modified-since': future }, 'holds'],
    ['If-Modified-Since no date', { 'if-modified-since': 'yesterday' }, 'holds'],
    ['If-Unmodified-Since good', { 'if-unmodified-since': after }, 'holds'],
    ['If-Unmodified-Since the second itself', { 'if-unmodified-since': same }, 'holds'],
    ['If-Unmodified-Since failed', { 'if-unmodified-since': before }, 'failed'],
    ['If-Unmodified-Since no date', { 'if-unmodified-since': '' }, 'holds'],
    [
      'a tag that matches and a date that fails',
      { 'if-match': quoted, 'if-unmodified-since': before },
      'holds',
    ],
    ['a tag that fails and a date that holds', { 'if-match': '"x"', 'if-unmodified-since': after }, 'failed'],
    ['no tag of it and modified before', { 'if-none-match': '"x"', 'if-modified-since': after }, 'holds'],
    ['its tag and modified since', { 'if-none-match': quoted, 'if-modified-since': before }, 'not-modified'],
    ['its tag twice', { 'if-match': quoted, 'if-none-match': quoted }, 'not-modified'],
    ['its tag and a date', { 'if-match': quoted, 'if-modified-since': after }, 'not-modified'],
    ['both dates', { 'if-unmodified-since': before, 'if-modified-since': after }, 'failed'],
  ])('%s', (_, headers, wanted) => {
    expect(judged(headers).kind).toBe(wanted)
  })

  test('that fails says which it was', () => {
    expect(judged({ 'if-match': '"x"', 'if-unmodified-since': before })).toEqual({
      kind: 'failed',
      header: 'If-Match',
    })
    expect(judged({ 'if-unmodified-since': before })).toEqual({
      kind: 'failed',
      header: 'If-Unmodified-Since',
    })
  })
})

describe('If-Range lets a range through', () => {
  test.each([
    ['where it is absent', undefined, true],
    ['with the tag', quoted, true],
    ['not with another tag', '"other"', false],
    ['not with a weak tag', `W/${quoted}`, false],
    ['with the exact date', same, true],
    ['not with an earlier date', before, false],
    ['not with a later date', after, false],
    ['not with nonsense', 'nonsense', false],
  ])('%s', (_, value, wanted) => {
    const headers: Record<string, string> = value === undefined ? {} : { 'if-range': value }
    expect(rangeApplies({ method: 'GET', path: '/', headers }, object)).toBe(wanted)
  })
})
