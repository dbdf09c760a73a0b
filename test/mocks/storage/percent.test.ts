import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodePercent, encodePath, encodePercent } from '../../../mocks/storage/percent.ts'

describe('percent-encoding as RFC 3986 has it', () => {
  test.each([
    ['AZaz09-._~', 'AZaz09-._~'],
    ["!'()*", '%21%27%28%29%2A'],
    ['a b+c/d', 'a%20b%2Bc%2Fd'],
    ['é', '%C3%A9'],
    ['\ud800', '%EF%BF%BD'],
    ['\u0000', '%00'],
  ])('%j becomes %s', (text, wanted) => {
    expect(encodePercent(text)).toBe(wanted)
  })

  test('a path keeps its slashes', () => {
    expect(encodePath('a/b c//d')).toBe('a/b%20c//d')
  })

  test('decoding takes it back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodePercent(encodePercent(text))).toBe(text)
      }),
    )
  })

  test.each(['%', '%2', '%zz', '%ff', '%c3%28'])('%s is broken', (text) => {
    expect(decodePercent(text)).toBeUndefined()
  })
})
