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

  test('shortened, so that hostile input cannot flood a terminal', () => {
    expect(shown('x'.repeat(100_000))).toBe(`"${'x'.repeat(76)}…`)
  })
})
