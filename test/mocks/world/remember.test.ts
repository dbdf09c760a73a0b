import { expect, test } from 'vitest'
import { remember } from '../../../mocks/world/remember.ts'

const counting = (most: number) => {
  const made: string[] = []
  const recall = remember<string>(most)
  const ask = (text: string) =>
    recall(text, () => {
      made.push(text)
      return `made of ${text}`
    })
  return { ask, made }
}

test('what was made of a text is made once', () => {
  const { ask, made } = counting(8)
  expect([ask('a'), ask('b'), ask('a')]).toEqual(['made of a', 'made of b', 'made of a'])
  expect(made).toEqual(['a', 'b'])
})

test('what is asked for again stays, and what nobody asks for goes', () => {
  const { ask, made } = counting(2)
  for (const text of ['a', 'b', 'c', 'a', 'd', 'a', 'e', 'a']) ask(text)
  expect(made.filter((text) => text === 'a')).toHaveLength(1)
  ask('b')
  expect(made.filter((text) => text === 'b')).toHaveLength(2)
})

test('the longest text that is kept has 2048 characters', () => {
  const { ask, made } = counting(8)
  const long = 'x'.repeat(2048)
  expect(ask(long)).toBe(ask(long))
  expect(made).toHaveLength(1)
})

test('a text too long to be kept is answered all the same', () => {
  const { ask, made } = counting(8)
  const long = 'x'.repeat(2049)
  expect(ask(long)).toBe(ask(long))
  expect(made).toHaveLength(2)
})
