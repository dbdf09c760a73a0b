import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSandboxName, withoutPrefix } from '../../../mocks/sandboxes/address.ts'

const names = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,31}$/)
const paths = fc.string({ unit: 'binary-ascii' }).map((text) => `/${text}`)

describe("a path behind a sandbox's prefix", () => {
  it('is told apart from it byte for byte, whatever it is', () => {
    fc.assert(
      fc.property(names, paths, fc.constantFrom('~', '%7E', '%7e'), (sandbox, path, tilde) => {
        expect(withoutPrefix(`/${tilde}${sandbox}${path}`)).toEqual({
          prefix: `/${tilde}${sandbox}`,
          sandbox,
          path,
        })
      }),
    )
  })

  it('stays as it is where it names none', () => {
    fc.assert(
      fc.property(
        paths.filter((path) => !/^\/(~|%7E)/i.test(path)),
        (path) => {
          expect(withoutPrefix(path)).toEqual({ prefix: '', sandbox: undefined, path })
        },
      ),
    )
  })

  it.each([
    ['/~ann', '/'],
    ['/~ann?a=1', '/?a=1'],
    ['/~ann/', '/'],
    ['/~ann//x', '//x'],
    ['/~ann/~bob/x', '/~bob/x'],
  ])('of %s is %s', (raw, path) => {
    expect(withoutPrefix(raw)).toEqual({ prefix: '/~ann', sandbox: 'ann', path })
  })

  it.each([
    ['a', true],
    ['0-', true],
    ['a'.repeat(32), true],
    ['a'.repeat(33), false],
    ['', false],
    ['-a', false],
    ['A', false],
    ['ä', false],
    ['a\n', false],
  ])('the name %j is one: %j', (name, wanted) => {
    expect(isSandboxName(name)).toBe(wanted)
  })
})
