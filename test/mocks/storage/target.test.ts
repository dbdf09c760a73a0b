import { describe, expect, test } from 'vitest'
import { canonicalQuery, parameter, readTarget, readUrl } from '../../../mocks/storage/target.ts'

describe('the address', () => {
  test.each([
    ['/bucket/a/b', 'bucket', 'a/b', '/bucket/a/b'],
    ['/bucket//a', 'bucket', '/a', '/bucket//a'],
    ['/bucket/a%2Fb', 'bucket', 'a/b', '/bucket/a/b'],
    ['/bucket/../x', 'bucket', '../x', '/bucket/../x'],
    ["/bucket/it's", 'bucket', "it's", '/bucket/it%27s'],
    ['/bucket/a+b', 'bucket', 'a+b', '/bucket/a+b'],
    ['/bucket/a%2Bb', 'bucket', 'a+b', '/bucket/a%2Bb'],
    ['/bucket', 'bucket', '', '/bucket'],
    ['/', '', '', '/'],
  ])('%s', (path, bucket, key, canonicalPath) => {
    expect(readTarget(path)).toMatchObject({ bucket, key, canonicalPath })
  })

  test.each(['', '*', 'bucket/key', '/%zz', '/b/k?a=%', '/b/k?%ff=1'])('%j is none', (path) => {
    expect(readTarget(path)).toBeUndefined()
  })
})

describe('the query', () => {
  const canonical = (query: string): string => canonicalQuery(readTarget(`/b/k?${query}`)?.parameters ?? [])
  test.each([
    ['', ''],
    ['b=2&a=1', 'a=1&b=2'],
    ['a=2&a=1', 'a=1&a=2'],
    ['a-b=1&a=2', 'a=2&a-b=1'],
    ['a', 'a='],
    ['a=1=2', 'a=1%3D2'],
    ['a=%2f', 'a=%2F'],
    ['a=b%20c', 'a=b%20c'],
    ['a=b+c', 'a=b+c'],
    ['a=b%2Bc', 'a=b%2Bc'],
    ['a=1&', '=&a=1'],
  ])('%j is signed as %j', (query, wanted) => {
    expect(canonical(query)).toBe(wanted)
  })

  test('of a parameter given twice the first counts', () => {
    const target = readTarget('/b/k?a=first&a=second')
    expect(target && parameter(target, 'a')).toBe('first')
  })

  test('names are compared exactly', () => {
    const target = readTarget('/b/k?x-amz-date=1')
    expect(target && parameter(target, 'X-Amz-Date')).toBeUndefined()
  })
})

test.each(['http://h:1/b/k?a=1', 'https://h/b/k?a=1', '/b/k?a=1'])('%s is read as a URL', (url) => {
  expect(readUrl(url)).toEqual(readTarget('/b/k?a=1'))
})
