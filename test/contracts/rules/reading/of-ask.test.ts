import { expect, test } from 'vitest'
import {
  decisive,
  questionsOf,
  tellingsOf,
  toldBefore,
  transfersOf,
} from '../../../../contracts/rules/reading/of-ask.ts'
import { readHistory } from '../../../../contracts/rules/reading/reading.ts'
import { pathAt } from '../a-history.ts'
import { type Moments, osvi, told, url } from '../histories/vocabulary.ts'
import { historyOf } from './fair-after.ts'

const moved = { status: 302, answerHeaders: { location: pathAt('osvi', '1') } }

const firstOf = (...moments: Moments) => {
  const reading = readHistory(historyOf('osvi', ...moments))
  const [ask] = reading.asks
  if (!ask) throw new RangeError('Nobody was asked.')
  return { reading, ask }
}

test('of a redirect, what its end told', () => {
  const { reading, ask } = firstOf(
    osvi.asked('look'),
    osvi.api('', moved),
    osvi.api(told, { path: pathAt('osvi', '1') }),
  )
  expect(questionsOf(reading, ask)).toHaveLength(2)
  expect(tellingsOf(reading, ask).map(({ outcome }) => outcome.kind)).toEqual(['playable'])
})

test('what was told is in the order it was asked', () => {
  const { reading, ask } = firstOf(osvi.asked('look'), osvi.api({}, { status: 401 }), osvi.api(told))
  expect(tellingsOf(reading, ask).map(({ outcome }) => outcome.kind)).toEqual(['unauthorized', 'playable'])
  expect(decisive(reading, ask)?.outcome.kind).toBe('playable')
})

test('an answer that came behind the end of an ask was an outage to it', () => {
  const [sent = [], ...rest] = osvi.api(told).map((event) => [event])
  const { reading, ask } = firstOf(osvi.asked('look'), sent, osvi.answered({ kind: 'unknown' }), ...rest)
  expect(decisive(reading, ask)).toMatchObject({ outcome: { kind: 'unavailable' }, broken: true })
})

test('of two asks for one id, none has an answer that is certain', () => {
  const { reading, ask } = firstOf(osvi.asked('look'), osvi.asked('look', { ask: 'a2' }), osvi.api(told))
  expect(decisive(reading, ask)).toBeUndefined()
})

test('a question with the key of another account is none of an ask’s own', () => {
  const { reading, ask } = firstOf(osvi.asked('look'), osvi.api(told, { account: 'foreign' }), osvi.api(told))
  expect(questionsOf(reading, ask).map(({ account }) => account)).toEqual(['default'])
})

test('a question without a key is one of its own, and one to storage is none', () => {
  const { reading, ask } = firstOf(osvi.asked('look'), osvi.api(told, { headers: {} }), osvi.storage(url))
  expect(questionsOf(reading, ask)).toHaveLength(1)
  expect(transfersOf(reading, ask)).toHaveLength(1)
})

test('a URL is told from its answer on, and not before', () => {
  const { reading } = firstOf(osvi.asked('look'), osvi.api(told), osvi.storage(url))
  const [question, transfer] = reading.exchanges
  expect(toldBefore(reading, url, question?.sentEvent ?? 0)).toEqual([])
  expect(toldBefore(reading, url, question?.receivedEvent ?? 0)).toEqual([])
  expect(toldBefore(reading, url, transfer?.sentEvent ?? 0)).toHaveLength(1)
  expect(toldBefore(reading, '{storage}/other', transfer?.sentEvent ?? 0)).toEqual([])
})
