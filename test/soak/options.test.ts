import { expect, test } from 'vitest'
import { optionsFrom } from './options.ts'

test('ten minutes and 64 clients, where nothing else is said', () => {
  expect(optionsFrom([])).toEqual({ minutes: 10, clients: 64, seed: 20_260_131 })
  expect(optionsFrom(['--minutes', '1', '--clients', '8', '--seed', '3'])).toEqual({
    minutes: 1,
    clients: 8,
    seed: 3,
  })
})

test.each([
  ['--minutes', '0'],
  ['--clients', '1.5'],
  ['--seed', 'x'],
  ['--clients', '1001'],
])('%s %s is refused', (name, value) => {
  expect(() => optionsFrom([name, value])).toThrow(`Cannot take ${name} ${value}`)
})

test('what it does not know is refused', () => {
  expect(() => optionsFrom(['--hours', '1'])).toThrow(/--hours/)
})
