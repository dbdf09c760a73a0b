import { expect, test } from 'vitest'
import { optionsFrom } from '../../bench/options.ts'

const known = ['a', 'b']

test.for<[string[], ReturnType<typeof optionsFrom>]>([
  [[], { only: [], rounds: 5, json: false }],
  [['--only', 'b', '--only', 'a'], { only: ['b', 'a'], rounds: 5, json: false }],
  [['--rounds', '7', '--json'], { only: [], rounds: 7, json: true }],
])('%j is read as %j', ([argv, told]) => {
  expect(optionsFrom(argv, known)).toEqual(told)
})

test.for<[string[], string]>([
  [['--only', 'c'], 'Cannot run the bench c: there are a, b.'],
  [['--rounds', '4'], 'Cannot take --rounds 4: give a whole number from 5 to 100.'],
  [['--rounds', '101'], 'Cannot take --rounds 101'],
  [['--rounds', '5.5'], 'Cannot take --rounds 5.5'],
  [['--rounds', ''], 'Cannot take --rounds :'],
  [['--round', '5'], "Unknown option '--round'"],
])('%j is refused: %s', ([argv, told]) => {
  expect(() => optionsFrom(argv, known)).toThrow(told)
})
