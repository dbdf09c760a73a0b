import { expect, test } from 'vitest'
import { answeredOf, kindOf, playableOf } from '../../../../contracts/rules/reading/answered.ts'
import { readHistory } from '../../../../contracts/rules/reading/reading.ts'
import { type Moments, osvi, plays } from '../histories/vocabulary.ts'
import { historyOf } from './fair-after.ts'

const answeredIn = (...moments: Moments) => answeredOf(readHistory(historyOf('osvi', ...moments)))

test('what plays is what a look came to', () => {
  expect(answeredIn(osvi.asked('look'), osvi.answered(plays)).map(playableOf)).toEqual([plays])
  expect(answeredIn(osvi.asked('download'), osvi.answered(plays)).map(playableOf)).toEqual([undefined])
})

test('an error is no outcome, and has a word of its own', () => {
  expect(answeredIn(osvi.asked('look'), osvi.threw('no')).map(kindOf)).toEqual(['error'])
  expect(answeredIn(osvi.asked('look'), osvi.answered({ kind: 'absent' })).map(kindOf)).toEqual(['absent'])
})
