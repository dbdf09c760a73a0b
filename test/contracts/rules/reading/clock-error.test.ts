import { expect, test } from 'vitest'
import { type ClockError, clockErrorIn } from '../../../../contracts/rules/reading/clock-error.ts'
import { readHistory } from '../../../../contracts/rules/reading/reading.ts'
import { toHttpDate } from '../../../../mocks/world/instant.ts'
import { start } from '../a-history.ts'
import { skewed } from '../histories/clocks-and-quotas.ts'
import { type Moments, osvi } from '../histories/vocabulary.ts'
import { historyOf } from './fair-after.ts'

const dated = { answerHeaders: { date: toHttpDate(start) } }

test.each<[string, Moments, ClockError | undefined]>([
  ['no Date', [skewed(300_000), osvi.api({})], undefined],
  ['nothing that came', [osvi.api({}, { how: 'lost' })], undefined],
  ['no end yet', [skewed(300_000), osvi.api({}, dated).slice(0, 2)], undefined],
  ['a clock that is right', [osvi.api({}, dated)], undefined],
  ['a clock that is right to the second', [skewed(999), osvi.api({}, dated)], undefined],
  ['a clock a second ahead', [skewed(1000), osvi.api({}, dated)], { least: -1000, most: -1 }],
  ['a clock a moment behind', [skewed(-1), osvi.api({}, dated)], { least: 1, most: 1000 }],
  [
    'a clock ahead, of an answer that took its time',
    [skewed(300_000), osvi.api({}, { ...dated, took: 4000 })],
    { least: -304_000, most: -299_001 },
  ],
  [
    'a clock set back while it was under way',
    [
      osvi.api({}, { ...dated, at: 300_000 }).slice(0, 1),
      skewed(-200_000),
      osvi.api({}, { ...dated, at: 300_000 }).slice(1),
    ],
    undefined,
  ],
])('of %s', (_, moments, wanted) => {
  const { exchanges } = readHistory(historyOf('osvi', ...moments))
  expect(exchanges.slice(0, 1).map((one) => clockErrorIn(one))).toEqual([wanted])
})
