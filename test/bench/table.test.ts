import { expect, test } from 'vitest'
import { tableOf } from '../../bench/table.ts'

test('lines are a table of plain text, with figures as short as they say something', () => {
  const common = { bench: 'b', rounds: [] }
  expect(
    tableOf([
      {
        ...common,
        name: 'many',
        unit: 'cases/s',
        median: 5123.4,
        least: 99.96,
        most: 1_234_567,
        ratio: { to: 'few', of: 0.12345 },
        target: { says: 'at least 5000 cases/s', reached: true },
      },
      {
        ...common,
        name: 'few',
        unit: 's',
        median: 2,
        least: 1.5,
        most: 2.504,
        target: { says: 'at most 1 s', reached: false },
      },
    ]),
  ).toBe(
    [
      'bench  what  median         least – most     against      target',
      'b      many  5,123 cases/s  100 – 1,234,567  0.123 × few  at least 5000 cases/s: reached',
      'b      few   2 s            1.5 – 2.5                     at most 1 s: missed',
    ].join('\n'),
  )
})

test('what could not be measured says why, where its figure would stand', () => {
  const none = { rounds: [], median: 0, least: 0, most: 0 }
  const line = { bench: 'b', name: 'a', unit: 's', ...none, missing: 'not installed: npm ci' }
  expect(tableOf([line]).split('\n')[1]).toBe('b      a     not installed: npm ci')
})
