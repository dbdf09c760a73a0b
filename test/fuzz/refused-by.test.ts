import { describe, expect, test } from 'vitest'
import { PlayheadError } from '../../mocks/world/error.ts'
import { cameOf, checkRefusal, checkShown, refusedBy } from './refused-by.ts'

const good = { code: 'bad-speed', act: 'Cannot run', cure: 'Walk.' }

test('a refusal that says what and why is one', () => {
  expect(refusedBy(new PlayheadError(good))).toBe('refused')
  expect(cameOf(() => 1)).toBe('taken')
})

test('anything else that is thrown is a fault', () => {
  expect(() => refusedBy(new TypeError('x is undefined'))).toThrow('x is undefined')
  expect(() => cameOf(() => JSON.parse('{'))).toThrow(SyntaxError)
})

test('what becomes of what was read is no refusal', () => {
  const complains = (): void => {
    throw new PlayheadError(good)
  }
  expect(() => cameOf(() => 1, complains)).toThrow('Cannot run')
})

describe('a refusal is none', () => {
  test.each([
    ['without a code', { ...good, code: '' }],
    ['with a code of another kind', { ...good, code: 'Bad_Speed' }],
    ['without a cure', { ...good, cure: ' ' }],
    ['without an end', { ...good, act: 'x'.repeat(6000) }],
    ['that a terminal obeys', { ...good, act: 'Cannot \u001b[2J' }],
    ['that turns letters round', { ...good, cure: 'Walk\u202e.' }],
  ])('%s', (_, told) => {
    expect(() => checkRefusal(told)).toThrow(Error)
  })
})

test('lines and tabs may be shown', () => {
  expect(() => checkShown('a\n\tb', 'It')).not.toThrow()
})
