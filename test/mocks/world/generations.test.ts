import { expect, test } from 'vitest'
import { openGenerations } from '../../../mocks/world/generations.ts'

test('what is asked for stays, and what nobody asks for goes', () => {
  const known = openGenerations<number>(2)
  known.set('kept', 1)
  known.set('left', 2)
  known.set('third', 3)
  expect(known.get('kept')).toBe(1)
  known.set('fourth', 4)
  expect(known.get('kept')).toBe(1)
  expect(known.get('left')).toBeUndefined()
  expect(known.get('fourth')).toBe(4)
})

test('a text may get another value', () => {
  const known = openGenerations<number>(2)
  known.set('one', 1)
  known.set('one', 2)
  expect(known.get('one')).toBe(2)
})
