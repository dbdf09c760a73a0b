import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accessKeyIdOf, sandboxOf } from '../../../mocks/world/grant.ts'

describe('the access-key id of a sandbox', () => {
  test.each([
    ['default', 'PHAKMRSWMYLVNR2A'],
    ['other', 'PHAKN52GQZLS'],
    ['', 'PHAK'],
  ])('%j is %s', (sandbox, wanted) => {
    expect(accessKeyIdOf(sandbox)).toBe(wanted)
  })

  test('tells the sandbox again, and stands in a URL as it is', () => {
    const names = fc.string({ unit: fc.constantFrom(...'abcxyz0189-_.~'), maxLength: 64 })
    fc.assert(
      fc.property(names, (sandbox) => {
        const id = accessKeyIdOf(sandbox)
        expect(id).toMatch(/^PHAK[A-Z2-7]*$/)
        expect(sandboxOf(id)).toBe(sandbox)
      }),
    )
  })

  test.each([
    '',
    'AKIAIOSFODNN7EXAMPLE',
    'phakmrswmylvnr2a',
    'PHAKMRSWMYLVNR2',
    'PHAKMRSWMYLVNR2B',
    'PHAK1',
    'PHAK=',
    'PHAKA',
  ])('%j is no id of ours', (id) => {
    expect(sandboxOf(id)).toBeUndefined()
  })
})
