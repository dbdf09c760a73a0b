import { expect, test } from 'vitest'
import { asksOf } from '../../../../contracts/rules/reading/ask.ts'
import { cancelled, type Moments, osvi } from '../histories/vocabulary.ts'
import { historyOf } from './fair-after.ts'

const asksIn = (...moments: Moments) => asksOf(historyOf('osvi', ...moments))

test('an ask that was cancelled ends when it is answered', () => {
  expect(asksIn(osvi.asked('look'), [cancelled], osvi.threw('aborted'))).toMatchObject([
    { first: 0, cancelled: 1, last: 2, answer: { event: 2, error: { message: 'aborted' } }, alone: true },
  ])
})

test('an ask that nobody answered lasts as long as the history', () => {
  expect(asksIn(osvi.asked('look'), [cancelled])).toMatchObject([
    { last: 2, answer: undefined, hung: undefined },
  ])
})

test('asks at one time are alone where they are about different calls', () => {
  const both = (id: string): readonly boolean[] =>
    asksIn(
      osvi.asked('look', { id: '1' }),
      osvi.asked('look', { ask: 'a2', id }),
      osvi.answered({ kind: 'absent' }),
      osvi.answered({ kind: 'absent' }, { ask: 'a2' }),
    ).map(({ alone }) => alone)
  expect(both('1')).toEqual([false, false])
  expect(both('2')).toEqual([true, true])
})
