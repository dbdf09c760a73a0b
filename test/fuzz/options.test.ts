import { expect, test } from 'vitest'
import { optionsFrom } from './options.ts'

const known = ['paths', 'links']

test('a million of everything, where nothing else is said', () => {
  expect(optionsFrom([], known)).toEqual({ inputs: 1_000_000, seed: 20_260_131, only: [], path: undefined })
})

test('one input of one target, as a fault names it', () => {
  const told = ['--only', 'links', '--seed', '7', '--path', '3:0:1', '--inputs', '10']
  expect(optionsFrom(told, known)).toEqual({ inputs: 10, seed: 7, only: ['links'], path: '3:0:1' })
})

test.each([
  [['--inputs', '0'], 'Cannot take --inputs 0'],
  [['--inputs', 'many'], 'Cannot take --inputs many'],
  [['--seed', '-1'], '--seed'],
  [['--only', 'moon'], 'Cannot fuzz moon: there are paths, links.'],
  [['--path', '1:2'], 'name its target with --only'],
  [['--fast'], '--fast'],
])('%j is refused', (argv, why) => {
  expect(() => optionsFrom(argv, known)).toThrow(why)
})
