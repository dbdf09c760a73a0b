import { describe, expect, test } from 'vitest'
import { progressLine } from '../../bench/progress-line.ts'
import { optionsFrom } from './options.ts'
import { pageOf, shortText } from './page.ts'
import type { Section } from './part.ts'

const section: Section = {
  title: 'It rains',
  about: 'Looked at from a window.',
  claims: [
    { says: 'It is wet.', measured: '3 mm', holds: true },
    { says: 'It is cold.', measured: '20 °C', holds: false },
  ],
  tables: [{ says: 'Drops.', columns: ['a', 'b'], rows: [['1', 'x | y']] }],
  details: ['The window was dirty.'],
  timings: ['It took an hour.'],
}

describe('the page', () => {
  const page = pageOf([['rain', { sources: 'abc123', section }]])

  test('tells what is claimed, the figure, and how to repeat it', () => {
    expect(page).toContain('| It is wet. | 3 mm | yes |')
    expect(page).toContain('| It is cold. | 20 °C | **no** |')
    expect(page).toContain('| rain | It rains | **no** |')
    expect(page).toContain('| 1 | x \\| y |')
    expect(page).toContain('- The window was dirty.')
    expect(page).toContain('`npm run prove -- --only rain`. Measured on the sources with the digest `abc123`')
  })

  test('keeps apart what depends on the machine', () => {
    const [measured = '', machine = ''] = page.split('## What depends on the machine')
    expect(measured).not.toContain('an hour')
    expect(machine).toContain('- It took an hour.')
  })

  test('says of a part that it was never measured', () => {
    expect(pageOf([], ['snow'])).toContain('| snow | `npm run prove -- --only snow` | not measured yet |')
    expect(page).not.toContain('not measured yet')
  })

  test('is short in a terminal', () => {
    expect(shortText(['rain', section])).toContain('FAILS  It is cold. 20 °C')
  })
})

describe('the command', () => {
  test('takes its options', () => {
    expect(optionsFrom(['--short', '--only', 'a', '--only', 'b', '--seeds', '5'], ['a', 'b'])).toMatchObject({
      form: 'short',
      only: ['a', 'b'],
      seeds: 5,
      resume: false,
    })
    expect(optionsFrom([], ['a'])).toMatchObject({ form: 'full', only: [], seeds: undefined })
  })

  test.for<[readonly string[], string]>([
    [['--only', 'c'], 'Cannot run the part c: there are a, b.'],
    [['--seeds', 'many'], 'Cannot take --seeds many'],
    [['--seeds', '0'], 'give a whole number from 1'],
    [['--fast'], 'fast'],
  ])('refuses %j', ([argv, told]) => {
    expect(() => optionsFrom(argv, ['a', 'b'])).toThrow(told)
  })

  test('tells what is left', () => {
    expect(progressLine('load', 100, 500, 20_000)).toBe('load 100/500, 1 min 20 s left')
    expect(progressLine('load', 5, 10, 3000)).toBe('load 5/10, 3 s left')
  })
})
