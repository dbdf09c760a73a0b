import { expect, test } from 'vitest'
import { basisWords } from '../../contracts/basis-words.ts'
import type { Basis } from '../../contracts/define.ts'

const nameOf = (id: string): string => id.toUpperCase()

test.each<[Basis, string]>([
  [{ quote: 'CWE-532' }, 'CWE-532'],
  [{ vendor: 'quo', quote: 'oldest first' }, 'QUO: oldest first'],
  [
    { vendor: 'quo', from: 'elsewhere', quote: '10 a second' },
    'QUO, on another page of its own: 10 a second',
  ],
  [{ vendor: 'quo', from: 'reported', quote: 'HTML' }, 'QUO, as third parties report it: HTML'],
])('%j reads %s', (basis, wanted) => {
  expect(basisWords(basis, nameOf)).toBe(wanted)
})

test('a vendor goes by its id where it has no other name', () => {
  expect(basisWords({ vendor: 'quo', quote: 'x' })).toBe('quo: x')
})
