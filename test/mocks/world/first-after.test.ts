import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstAfter } from '../../../mocks/world/first-after.ts'

test('the place of the first instant later than another', () => {
  const instants = fc.array(fc.nat(20), { maxLength: 12 }).map((some) => some.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(instants, fc.integer({ min: -1, max: 21 }), (some, at) => {
      const place = some.findIndex((one) => one > at)
      expect(firstAfter(some, at)).toBe(place === -1 ? some.length : place)
    }),
  )
})
