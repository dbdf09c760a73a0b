import { describe, expect, test } from 'vitest'
import { headerOf } from '../../../mocks/world/exchange.ts'

describe('a header of a request', () => {
  const request = { method: 'GET', path: '/', headers: { range: 'bytes=0-1', empty: '' } }
  test.each([
    ['range', 'bytes=0-1'],
    ['empty', ''],
    ['absent', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
  ])('%s', (name, wanted) => {
    expect(headerOf(request, name)).toBe(wanted)
  })
})
