import { describe, expect, test } from 'vitest'
import { appliedText, type Preference, preferenceOf } from '../../../../mocks/hosts/prism/preference.ts'

const preferred = (prefer?: string) =>
  preferenceOf({ method: 'GET', path: '/', headers: prefer === undefined ? {} : { prefer } })

describe('a preference', () => {
  test.for<[string | undefined, Preference | undefined]>([
    [undefined, undefined],
    ['', undefined],
    ['return=minimal', undefined],
    ['respond-async, wait=10', undefined],
    ['code=404', { code: 404 }],
    ['Code = 404', { code: 404 }],
    ['code="404"', { code: 404 }],
    ['code=404; reason="a, b"; x', { code: 404 }],
    ['wait=10, code=404', { code: 404 }],
    ['code=404, code=500', { code: 404 }],
    ['example=short', { example: 'short' }],
    ['example="a, b; \\"c\\""', { example: 'a, b; "c"' }],
    ['example=', undefined],
    ['example=""', undefined],
    ['dynamic', { dynamic: true }],
    ['dynamic=true', { dynamic: true }],
    ['dynamic=false', undefined],
    [',, code=200 ,, dynamic=true', { code: 200, dynamic: true }],
    ['code=200, example=long, dynamic=true', { code: 200, example: 'long', dynamic: true }],
    ['note="code=404"', undefined],
    ['example="unfinished, code=404', { example: '"unfinished, code=404' }],
  ])('%j means %j', ([header, meant]) => {
    expect(preferred(header)).toEqual(meant)
  })

  test.for([
    ['code=abc', 'code="abc"'],
    ['code', 'code=""'],
    ['code=99', 'code="99"'],
    ['code=100', 'code="100"'],
    ['code=600', 'code="600"'],
    ['code=4040', 'code="4040"'],
    ['dynamic=yes', 'dynamic="yes"'],
  ])('%j is refused', ([header = '', named]) => {
    expect(() => preferred(header)).toThrow(
      expect.objectContaining({ code: 'bad-preference', act: `Cannot prefer ${named}` }),
    )
  })

  test('is told as it was applied', () => {
    expect(appliedText({ code: 404, example: 'a b', dynamic: true })).toBe(
      'code=404, example="a b", dynamic=true',
    )
  })

  test('of a long header costs no more than reading it', () => {
    expect(preferred(`${'a="'.repeat(5000)}, code=404`)).toEqual({ code: 404 })
  })
})
