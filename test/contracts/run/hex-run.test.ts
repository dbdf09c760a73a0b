import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hexRun } from '../../../contracts/run/hex-run.ts'

const longest = 8

it('finds the digits where a pattern does, from anywhere on', () => {
  const texts = fc.string({
    unit: fc.constantFrom('0', '9', 'a', 'f', 'g', '/', ':', '`', 'F'),
    maxLength: 40,
  })
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: longest }), fc.nat(40), (text, length, from) => {
      const found = text.slice(from).search(new RegExp(`[0-9a-f]{${length}}`))
      expect(hexRun(text, length, from)).toBe(found < 0 ? -1 : from + found)
    }),
  )
})

it.each([
  ['a signature', `X-Amz-Signature=${'0f'.repeat(32)}`, 64, 16],
  ['one digit too few', 'f'.repeat(63), 64, -1],
  ['nothing', '', 1, -1],
])('looks at %s', (_, text, length, at) => {
  expect(hexRun(text, length)).toBe(at)
})
