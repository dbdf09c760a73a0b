import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prefixedFormat, shortCodeFormat, uuidFormat } from '../../../mocks/vendors/id-format.ts'
import { vendors } from '../../../mocks/vendors/index.ts'

const hex32 = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 })

describe('every vendor’s ids', () => {
  test.each(vendors.map(({ id, ids }) => [id, ids] as const))('of %s keep the first ten digits', (_, ids) => {
    fc.assert(
      fc.property(hex32, (hex) => {
        const id = ids.of(hex)
        expect(ids.digitsOf(id)).toBe(hex.slice(0, 10))
        expect(ids.faultOf(id)).toBeUndefined()
        expect(ids.canonical?.(id) ?? id).toBe(id)
      }),
    )
  })
})

const hex = '0123456789abcdef0123456789abcdef'

test.each([
  ['a UUID', uuidFormat(), '01234567-89ab-cdef-0123-456789abcdef'],
  ['a UUID with a prefix', uuidFormat('call_'), 'call_01234567-89ab-cdef-0123-456789abcdef'],
  ['a prefix', prefixedFormat('AC'), `AC${hex}`],
  ['a short code', shortCodeFormat, '04hmasw9'],
])('%s is written so', (_, format, wanted) => {
  expect(format.of(hex)).toBe(wanted)
})

describe('an id is refused', () => {
  test.each([
    ['UUIDs', uuidFormat(), ['', 'x', '01234567-89ab-cdef-0123-456789abcde', `${hex}`]],
    ['prefixed UUIDs', uuidFormat('call_'), ['01234567-89ab-cdef-0123-456789abcdef', 'call_', 'CALL_x']],
    ['prefixed ids', prefixedFormat('AC'), ['', 'ac1', 'CA1']],
  ])('by %s', (_, format, ids) => {
    for (const id of ids) expect(format.faultOf(id)?.message, id).toBeTruthy()
  })

  test('by none that takes short codes: an unknown one is not found', () => {
    for (const code of ['', 'x', 'not a code']) expect(shortCodeFormat.faultOf(code)).toBeUndefined()
  })
})

test('an id that cannot be one of ours stands for no digits', () => {
  expect(uuidFormat().digitsOf('zzz')).toBeUndefined()
  expect(prefixedFormat('AC').digitsOf('ACplayable')).toBeUndefined()
  expect(prefixedFormat('AC').digitsOf('XX0123456789')).toBeUndefined()
  for (const code of ['short', 'too-long-x', '04hmaswi', 'ABCDEFGH'])
    expect(shortCodeFormat.digitsOf(code)).toBeUndefined()
})
