import { describe, expect, test } from 'vitest'
import { readHistory } from '../../../../contracts/rules/reading/reading.ts'
import { toHttpDate, toIso } from '../../../../mocks/world/instant.ts'
import { pathAt, quoItem, start, urlOf } from '../a-history.ts'
import { skewed } from '../histories/clocks-and-quotas.ts'
import { envoy, type Moments, osvi, plays, quo, quoTells, told, url } from '../histories/vocabulary.ts'
import { fairAfter, historyOf } from './fair-after.ts'

const outage = ['unavailable', 'unknown']
const notThere = { error: 'recording_not_available' }
const asked = osvi.asked('look')

/** Without the event that says nothing more comes. */
const unsettled = (moments: Moments): Moments => [moments.flat().filter(({ kind }) => kind !== 'settled')]

/** Envoy's answer with an end so long from the start, read by a client whose clock is off. */
const ending = (afterMs: number, offMs: number, dated = true): Moments => [
  skewed(offMs),
  envoy.asked('look'),
  envoy.api(
    { recording_status: 'AVAILABLE', url, expires_at: toIso(start + afterMs) },
    dated ? { answerHeaders: { date: toHttpDate(start) } } : {},
  ),
]

describe('what may be said of one answer', () => {
  test.each<[string, Moments, readonly string[]]>([
    ['that was cut off: by its status alone', [asked, osvi.api(told, { how: 'truncated' })], outage],
    [
      'that the client turned away from: with its body or without',
      [asked, osvi.api(told, { how: 'aborted' })],
      ['playable', ...outage],
    ],
    [
      'an error that the client turned away from: with its body or without',
      [asked, osvi.api(notThere, { status: 404, how: 'aborted' })],
      ['absent', 'not-found', 'processing', ...outage],
    ],
    [
      'whose end is still to come: with its body or without',
      [asked, ...unsettled([osvi.api(told)])],
      ['playable', ...outage],
    ],
    [
      'an error that was cut off: by its status, and as an outage',
      [asked, osvi.api(notThere, { status: 404, how: 'truncated' })],
      ['absent', 'not-found', ...outage],
    ],
    [
      'an error: by its body',
      [asked, osvi.api(notThere, { status: 404 })],
      ['absent', 'not-found', 'processing'],
    ],
    [
      'an error that is a page: by its status',
      [asked, osvi.api('<html>', { status: 404 })],
      ['absent', 'not-found'],
    ],
    [
      'an error that is a list: by its status',
      [asked, osvi.api([1], { status: 404 })],
      ['absent', 'not-found'],
    ],
    ['400: that it refuses the request', [asked, osvi.api('<html>', { status: 400 })], ['invalid-request']],
    ['a page in place of an answer: an outage', [asked, osvi.api('<html>')], outage],
    [
      'a redirect that nobody followed: an outage, or a refusal',
      [asked, osvi.api('', { status: 302, answerHeaders: { location: pathAt('osvi', '1') } })],
      ['forbidden', ...outage],
    ],
    ['300 likewise', [asked, osvi.api('', { status: 300 })], ['forbidden', ...outage]],
    [
      'what a redirect led to: what it says, or that it was not followed',
      [
        asked,
        osvi.api('', { status: 302, answerHeaders: { location: pathAt('osvi', '1') } }),
        osvi.api(told, { path: pathAt('osvi', '1') }),
      ],
      ['forbidden', 'playable', ...outage],
    ],
  ])('%s', (_, moments, kinds) => {
    expect(fairAfter('osvi', moments)).toEqual(kinds.toSorted())
  })
})

describe('what may be said of an answer that tells an end', () => {
  test.each<[string, Moments, readonly string[]]>([
    [
      'an end that has passed by a clock too fast: by either clock',
      ending(60_000, 300_000),
      ['expired', 'playable', ...outage],
    ],
    [
      'an end that has passed for a clock too slow: by either clock',
      ending(-60_000, -300_000),
      ['expired', 'playable', ...outage],
    ],
    [
      'an end within the second that a Date leaves open, for a clock too fast: by its beginning and its end',
      ending(500, 300_000),
      ['expired', 'playable', ...outage],
    ],
    [
      'an end within the second that a Date leaves open, for a clock too slow: likewise',
      ending(500, -300_000),
      ['expired', 'playable', ...outage],
    ],
    ['an end that is far away by either clock', ending(900_000, 300_000), ['playable']],
    ['without a Date: by the own clock alone', ending(60_000, 300_000, false), ['expired', ...outage]],
    ['by a clock that is right: by that', ending(60_000, 0), ['playable']],
    [
      'whose end came while it was under way: as of its beginning and its end',
      [
        envoy.asked('look'),
        envoy.api({ recording_status: 'AVAILABLE', url, expires_at: toIso(start + 2000) }, { took: 5000 }),
      ],
      ['expired', 'playable', ...outage],
    ],
  ])('%s', (_, moments, kinds) => {
    expect(fairAfter('envoy', moments)).toEqual(kinds.toSorted())
  })
})

describe('an answer is none to the question', () => {
  test.each<[string, Parameters<typeof osvi.api>[1], boolean]>([
    ['200', {}, false],
    ['200, cut off', { how: 'truncated' }, true],
    ['200, turned away from', { how: 'aborted' }, true],
    ['302', { status: 302 }, true],
    ['400, cut off', { status: 400, how: 'truncated' }, false],
    ['401', { status: 401 }, true],
    ['401, cut off', { status: 401, how: 'truncated' }, true],
    ['403', { status: 403 }, true],
    ['404', { status: 404 }, false],
    ['404, cut off', { status: 404, how: 'truncated' }, false],
    ['429', { status: 429 }, true],
    ['500', { status: 500 }, true],
    ['nothing', { how: 'lost' }, true],
  ])('%s', (_, how, broken) => {
    const { tellings } = readHistory(historyOf('osvi', asked, osvi.api(told, how)))
    expect([...tellings.values()].map((telling) => telling.broken)).toEqual([broken])
  })

  test('and where nothing came, it is an outage', () => {
    const { tellings } = readHistory(historyOf('osvi', asked, osvi.api('', { how: 'lost' })))
    expect([...tellings.values()]).toMatchObject([
      { outcome: { kind: 'unavailable' }, fair: new Set(outage), doubtful: [], broken: true },
    ])
  })
})

test('a part without a word for its state is doubtful, by its place', () => {
  const doubtful = (...statuses: readonly (string | null)[]) => {
    const items = statuses.map((status, index) => quoItem(`s${index}`, status, urlOf(index)))
    const { tellings } = readHistory(historyOf('quo', quo.asked('look'), quo.api(quoTells(...items))))
    return [...tellings.values()].flatMap((telling) => telling.doubtful)
  }
  expect(doubtful('completed', null)).toEqual([1])
  expect(doubtful('completed', 'completed')).toEqual([])
  const { tellings } = readHistory(historyOf('osvi', asked, osvi.api(told), osvi.answered(plays)))
  expect([...tellings.values()].map((telling) => telling.doubtful)).toEqual([[]])
})
