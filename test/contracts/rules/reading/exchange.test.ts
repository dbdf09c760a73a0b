import { expect, test } from 'vitest'
import { isBroken, isWhole, redirectTarget } from '../../../../contracts/rules/reading/exchange.ts'
import { readHistory } from '../../../../contracts/rules/reading/reading.ts'
import { secretIn } from '../../../../contracts/rules/reading/secrets.ts'
import { wakingIn } from '../../../../contracts/rules/reading/waking.ts'
import { pathAt } from '../a-history.ts'
import { type Moments, osvi, told, url, voqo } from '../histories/vocabulary.ts'
import { historyOf } from './fair-after.ts'

const exchangesOf = (...moments: Moments) => readHistory(historyOf('osvi', ...moments)).exchanges

test.each([
  [299, '/x', undefined],
  [300, '/x', '{api}/x'],
  [399, '/x', '{api}/x'],
  [400, '/x', undefined],
  [302, '{storage}/x', '{storage}/x'],
  [302, 'https://cdn.test/x/', '{elsewhere}https://cdn.test/x/'],
])('%i with the location %s leads to %s', (status, location, wanted) => {
  const [exchange] = exchangesOf(osvi.api('', { status, answerHeaders: { location } }))
  expect(exchange && redirectTarget(exchange)).toBe(wanted)
})

test.each([
  ['complete', true, false],
  ['aborted', false, false],
  ['truncated', false, true],
  ['reset', false, true],
  ['lost', false, true],
] as const)('an answer that came to its end as %s is whole: %s, and broken: %s', (how, whole, broken) => {
  const [exchange] = exchangesOf(osvi.api(told, { how }))
  expect(exchange && [isWhole(exchange), isBroken(exchange)]).toEqual([whole, broken])
})

test('an answer whose end is still to come is neither', () => {
  const [exchange] = exchangesOf(osvi.api(told).slice(0, 2))
  expect(exchange && [isWhole(exchange), isBroken(exchange)]).toEqual([false, false])
})

const moved = { status: 302, answerHeaders: { location: pathAt('osvi', '1') } }
const target = { path: pathAt('osvi', '1') }
const redirect = osvi.api('', moved)
const [sentMoved, cameMoved] = [redirect.slice(0, 1), redirect.slice(1)]

test('whose key a request carried is told by the header that holds it, wherever that stands', () => {
  const headers = { accept: '*/*', 'api-token': '{key:foreign}', 'x-note': '' }
  expect(exchangesOf(osvi.api(told, { headers })).map(({ account }) => account)).toEqual(['foreign'])
  expect(exchangesOf(osvi.api(told, { headers: { accept: '*/*' } }))[0]?.account).toBeUndefined()
})

test.each<[string, Moments, readonly boolean[]]>([
  [
    'one for one of the two that the redirect was for',
    [
      osvi
        .api('', moved)
        .map((event) => (event.kind === 'sent' ? { ...event, during: ['a1', 'a2'] } : event)),
      osvi.api(told, target),
    ],
    [false, true],
  ],
  ['one that comes next', [osvi.api('', moved), osvi.api(told, target)], [false, true]],
  [
    'one that comes next without its key',
    [osvi.api('', moved), osvi.api(told, { ...target, headers: {} })],
    [false, true],
  ],
  [
    'one with another key',
    [osvi.api('', moved), osvi.api(told, { ...target, account: 'foreign' })],
    [false, false],
  ],
  [
    'one that takes up a key',
    [osvi.api('', { ...moved, headers: {} }), osvi.api(told, target)],
    [false, true],
  ],
  ['one that leads elsewhere', [osvi.api('', moved), osvi.api(told)], [false, false]],
  ['one of another ask', [osvi.api('', moved), osvi.api(told, { ...target, ask: 'a2' })], [false, false]],
  [
    'one of another ask, where its own had ended before it came',
    [sentMoved, osvi.answered({ kind: 'absent' }), cameMoved, osvi.api(told, { ...target, ask: 'a2' })],
    [false, true],
  ],
  [
    'one of its own ask alone, where that ended after it came',
    [redirect, osvi.answered({ kind: 'absent' }), osvi.api(told, { ...target, ask: 'a2' })],
    [false, false],
  ],
  ['one that was sent before', [osvi.api(told, target), osvi.api('', moved)], [false, false]],
  ['one that was sent before the answer', [sentMoved, osvi.api(told, target), cameMoved], [false, false]],
  [
    'only the first of two',
    [osvi.api('', moved), osvi.api(told, target), osvi.api(told, target)],
    [false, true, false],
  ],
])('a redirect is followed by %s', (_, moments, follows) => {
  expect(exchangesOf(...moments).map((exchange) => exchange.follows !== undefined)).toEqual(follows)
})

test('a path that cannot be decoded asks for nothing that is known', () => {
  const [exchange] = exchangesOf(osvi.api(told, { path: pathAt('osvi', '%E0%A4%A') }))
  expect([exchange?.asks, exchange?.id]).toEqual(['recording', undefined])
})

test('what storage is asked for is no question, though its path looks like one', () => {
  const [exchange] = exchangesOf(osvi.storage(`{storage}${pathAt('osvi')}`))
  expect([exchange?.asks, exchange?.id]).toEqual([undefined, undefined])
})

test.each([
  [{ 'api-token': 'x' }, '', 'the header api-token'],
  [{ cookie: 'x' }, '', 'the header cookie'],
  [{ 'x-any': '{key:default}' }, '', 'the header x-any'],
  [{ accept: '*/*' }, '', undefined],
  [{}, '&key={key:default}', 'the key in its URL'],
])('a request with the headers %j and %j carries %s', (headers, more, wanted) => {
  const { exchanges, vendor } = readHistory(historyOf('osvi', osvi.storage(`${url}${more}`, { headers })))
  expect(exchanges.map((exchange) => secretIn(exchange, vendor))).toEqual([wanted])
})

test('where a vendor has no key, none is carried', () => {
  const { exchanges, vendor } = readHistory(
    historyOf('voqo', voqo.storage(url, { headers: { range: 'bytes=0-' } })),
  )
  expect(exchanges.map((exchange) => secretIn(exchange, vendor))).toEqual([undefined])
})

test.each<[string, Moments, number]>([
  ['an ask', [osvi.asked('look'), osvi.api(told)], 0],
  ['an ask a moment ago', [osvi.asked('look'), osvi.api(told, { at: 1 })], 1],
  ['an answer', [osvi.asked('look'), osvi.api('', { took: 5 }), osvi.api(told, { at: 5 })], 0],
  [
    'the head of an answer',
    [osvi.asked('look'), osvi.api('', { took: 5 }).slice(0, 2), osvi.api(told, { at: 5 })],
    0,
  ],
  [
    'an end without an answer',
    [osvi.asked('look'), osvi.api('', { took: 5, how: 'lost' }), osvi.api(told, { at: 5 })],
    0,
  ],
  [
    'nothing',
    [
      osvi.asked('look'),
      osvi.api('', { took: 5 }),
      osvi.api(told, { at: 6 }),
      osvi.answered({ kind: 'unknown' }, { at: 9 }),
    ],
    1,
  ],
])('what follows at once upon %s was not waited for', (_, moments, waited) => {
  expect(wakingIn(historyOf('osvi', ...moments)).size).toBe(waited)
})
