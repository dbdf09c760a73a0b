import { describe, expect, test } from 'vitest'
import { readResponses } from './well-formed.ts'

const ok = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nab'
const long = 70_000

describe('responses are read', () => {
  test.each<[string, string, string]>([
    ['none', '', ''],
    ['one', ok, '200 ab'],
    ['two, one behind the other', `${ok}${ok}`, '200 ab, 200 ab'],
    ['what goes on first', `HTTP/1.1 100 Continue\r\n\r\n${ok}`, '100 , 200 ab'],
    ['one that has no body', `HTTP/1.1 304 Not Modified\r\ncontent-length: 9\r\n\r\n${ok}`, '304 , 200 ab'],
    [
      'chunks',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n1\r\nb\r\n0\r\n\r\n',
      '200 ab',
    ],
    ['one that goes on to the end', 'HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\nab', '400 ab'],
    ['a long one that was cut off', `HTTP/1.1 200 OK\r\ncontent-length: ${long}\r\n\r\nab`, '200 ab'],
  ])('%s', (_, text, wanted) => {
    const read = readResponses(text, false)
    expect(read?.map(({ status, body }) => `${status} ${body}`).join(', ')).toBe(wanted)
  })

  test('of one to HEAD, whose body is left out, where there may be one', () => {
    const head = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n'
    expect(readResponses(head, true)).toHaveLength(1)
    expect(readResponses(`${head}${ok}`, true)).toHaveLength(2)
    expect(readResponses(head, false)).toBeUndefined()
  })
})

test.each([
  ['no status line', 'ab\r\n\r\n'],
  ['half a head', 'HTTP/1.1 200 OK\r\ncontent-le'],
  ['a bare line feed', 'HTTP/1.1 200 OK\na: b\r\n\r\n'],
  ['a split header', 'HTTP/1.1 200 OK\r\na: b\nc: d\r\n\r\n'],
  ['a header with a NUL', 'HTTP/1.1 200 OK\r\na: \u0000\r\n\r\n'],
  ['a header without a name', 'HTTP/1.1 200 OK\r\n: b\r\n\r\n'],
  ['two lengths', `HTTP/1.1 200 OK\r\ncontent-length: 2\r\nContent-Length: 2\r\n\r\nab`],
  ['a length that is none', 'HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n'],
  ['less than its length', 'HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nab'],
  ['more than its length', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\nab'],
  ['half a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nab'],
])('%s is no HTTP', (_, text) => {
  expect(readResponses(text, false)).toBeUndefined()
})
