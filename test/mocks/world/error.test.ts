import { describe, expect, test } from 'vitest'
import { PlayheadError, shown } from '../../../mocks/world/error.ts'

test('an error tells the act, the value and the cure, as text and as JSON', () => {
  const cause = new Error('below')
  const error = new PlayheadError({ code: 'bad-speed', act: 'Cannot run', cure: 'Walk.', cause })
  expect(error.message).toBe('Cannot run. Walk.')
  expect(error.name).toBe('PlayheadError')
  expect(error.cause).toBe(cause)
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    code: 'bad-speed',
    act: 'Cannot run',
    cure: 'Walk.',
    docs: 'docs/errors.md#bad-speed',
  })
})

test('an error without a cause has none, and one of nothing neither', () => {
  expect(new PlayheadError({ code: 'a', act: 'b', cure: 'c' })).not.toHaveProperty('cause')
  expect(new PlayheadError({ code: 'a', act: 'b', cure: 'c', cause: undefined })).not.toHaveProperty('cause')
})

test('of a long text as much is told as fits, the sign of more included', () => {
  const told = (length: number) => new PlayheadError({ code: 'a', act: 'x'.repeat(length), cure: 'c' }).act
  expect(told(4000)).toBe('x'.repeat(4000))
  expect(told(4001)).toBe(`${'x'.repeat(3999)}…`)
})

test('what others wrote in it is told, and neither obeyed by a terminal nor all of it', () => {
  const { act, cure, message } = new PlayheadError({
    code: 'bad-body',
    act: 'Cannot use "\u001b[2J\u009b31m\u202ead\u0000\u007f"',
    cure: `Give\n\tless than ${'x'.repeat(100_000)}`,
  })
  expect(act).toBe('Cannot use "\\u001b[2J\\u009b31m\\u202ead\\u0000\\u007f"')
  expect(cure).toMatch(/^Give\n\tless than x+…$/)
  expect(message.length).toBeLessThan(5000)
})

describe('a value is shown', () => {
  test.each([
    ['soon', '"soon"'],
    ['a\nb\u001b[31m', '"a\\nb\\u001b[31m"'],
    [42, '42'],
    [{ at: 1 }, '{"at":1}'],
    [undefined, 'undefined'],
    [Number.NaN, 'null'],
  ])('%j as %s', (value, wanted) => {
    expect(shown(value)).toBe(wanted)
  })

  test('whole, up to 80 characters', () => {
    expect(shown('x'.repeat(78))).toBe(`"${'x'.repeat(78)}"`)
    expect(shown('x'.repeat(79))).toBe(`"${'x'.repeat(76)}…`)
  })

  test('shortened, so that hostile input cannot flood a terminal', () => {
    expect(shown('x'.repeat(100_000))).toBe(`"${'x'.repeat(76)}…`)
  })
})
