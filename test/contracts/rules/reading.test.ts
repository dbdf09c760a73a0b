import { describe, expect, test } from 'vitest'
import type { Event } from '../../../contracts/history.ts'
import { answeredOf } from '../../../contracts/rules/reading/answered.ts'
import { fairKindsOf } from '../../../contracts/rules/reading/fair-kinds.ts'
import { decisive, questionsOf, transfersOf } from '../../../contracts/rules/reading/of-ask.ts'
import { readHistory } from '../../../contracts/rules/reading/reading.ts'
import { historyAt, osviPlays, pathAt, playing, start, urlOf } from './a-history.ts'
import { fairAfter, historyOf } from './reading/fair-after.ts'

const osvi = historyAt('osvi')
const url = urlOf(1)

const history = (...moments: readonly (readonly Event[])[]) => historyOf('osvi', ...moments)

/** What may fairly be said at the end of a history. */
const fairAtEnd = (...moments: readonly (readonly Event[])[]) => fairAfter('osvi', moments)

describe('what a history tells', () => {
  test('what follows a redirect belongs to the ask that began it, and is its answer', () => {
    const reading = readHistory(
      history(
        osvi.asked('look'),
        osvi.api('', { status: 302, answerHeaders: { location: '{storage}/x' } }),
        osvi.storage('{storage}/x', { status: 403, answer: '' }),
      ),
    )
    const [ask] = reading.asks
    if (!ask) throw new Error('no ask')
    expect(questionsOf(reading, ask)).toHaveLength(2)
    expect(decisive(reading, ask)?.exchange.sent.role).toBe('storage')
  })

  test('a redirect is followed with the key that it was asked with, or none', () => {
    const toItself = { status: 302, answerHeaders: { location: pathAt('osvi') } }
    const reading = readHistory(
      history(
        osvi.asked('look'),
        osvi.api('', toItself),
        osvi.asked('look', { ask: 'a2', account: 'foreign' }),
        osvi.api({ error: 'not_found' }, { ask: 'a1', account: 'foreign', status: 404 }),
      ),
    )
    expect(reading.exchanges.map(({ follows }) => follows)).toEqual([undefined, undefined])
  })

  test('a transfer belongs to the ask whose recording its URL was told for', () => {
    const reading = readHistory(
      history(osvi.asked('download'), osvi.api(osviPlays(url)), osvi.storage(url), osvi.storage(urlOf(2))),
    )
    const [ask] = reading.asks
    if (!ask) throw new Error('no ask')
    expect(transfersOf(reading, ask).map((exchange) => exchange.url)).toEqual([url])
  })

  test('a lifetime is counted by the client’s own clock, from sending at the earliest', () => {
    const skewed: Event = { kind: 'skewed', at: start, ms: 60_000 }
    const { links } = readHistory(
      history(osvi.asked('look'), [skewed], osvi.api(osviPlays(url, 10), { took: 4000 })),
    )
    expect(links[0]?.dies).toEqual({ earliest: start + 70_000, latest: start + 74_000 })
  })

  test('two asks for one id at one time leave open which answer was whose', () => {
    const reading = readHistory(
      history(
        osvi.asked('look'),
        osvi.asked('look', { ask: 'a2' }),
        osvi.api({}, { status: 500 }),
        osvi.api(osviPlays(url), { ask: 'a2' }),
        osvi.answered({ kind: 'unavailable' }),
        osvi.answered(playing(url), { ask: 'a2' }),
      ),
    )
    expect(reading.asks.map(({ alone }) => alone)).toEqual([false, false])
    for (const ask of answeredOf(reading))
      expect(fairKindsOf(reading, ask)).toContain(ask.answer.outcome?.kind)
  })

  test('a history is read once, however many rules ask, and another anew', () => {
    const one = history(osvi.asked('look'))
    expect(readHistory(one)).toBe(readHistory(one))
    expect(readHistory({ ...one })).not.toBe(readHistory(one))
  })

  test('a vendor that is not known cannot be judged', () => {
    expect(() => readHistory(historyOf('acme'))).toThrow(
      expect.objectContaining({
        code: 'unknown-vendor',
        act: expect.stringContaining('Cannot judge a history'),
      }),
    )
  })
})

describe('what may fairly be said', () => {
  const look = osvi.asked('look')
  test.each([
    ['of a recording that plays: that it plays', [look, osvi.api(osviPlays(url))], ['playable']],
    [
      'of one whose lifetime is over on arrival: not that it plays alone',
      [look, osvi.api(osviPlays(url, 0))],
      ['expired', 'playable', 'unavailable', 'unknown'],
    ],
    ['of a rejected key: that it is rejected', [look, osvi.api({}, { status: 401 })], ['unauthorized']],
    [
      'of an answer that got lost: that there is an outage',
      [look, osvi.api({}, { how: 'lost' })],
      ['unavailable', 'unknown'],
    ],
    [
      'after an outage that passed: what was told then',
      [look, osvi.api({}, { status: 500 }), osvi.api(osviPlays(url), { at: 1000 })],
      ['playable'],
    ],
    ['without having asked anybody: nothing', [look], []],
    [
      'without having asked about an id that cannot be one: that it is none',
      [osvi.asked('look', { id: '..' })],
      ['invalid-request', 'not-found'],
    ],
    [
      'of a download of which all came: that it is there',
      [osvi.asked('download'), osvi.api(osviPlays(url)), osvi.storage(url)],
      ['downloaded'],
    ],
    [
      'of a URL that storage says has expired: that it has',
      [
        osvi.asked('download'),
        osvi.api(osviPlays(url)),
        osvi.storage(url, { status: 403, answer: '<Message>Request has expired</Message>' }),
      ],
      ['expired'],
    ],
  ] as const)('%s', (_, moments, kinds) => {
    expect(fairAtEnd(...moments)).toEqual([...kinds])
  })

  test('from memory: what was told a moment ago, and for ever what never changes', () => {
    const later = (at: number, answer: unknown, status: number): string[] => {
      const moments = [
        osvi.asked('look'),
        osvi.api(answer, { status }),
        osvi.answered({ kind: 'absent' }),
        osvi.asked('look', { ask: 'a2', at }),
        osvi.answered({ kind: 'absent' }, { ask: 'a2', at }),
      ]
      const reading = readHistory(history(...moments))
      const ask = answeredOf(reading)[1]
      return ask ? [...fairKindsOf(reading, ask)].toSorted() : []
    }
    const absent = { error: 'recording_not_available' }
    expect(later(60_000, absent, 404)).toEqual(['absent', 'not-found', 'processing'])
    expect(later(60_001, absent, 404)).toEqual(['absent'])
    expect(later(3_600_000, {}, 401)).toEqual(['unauthorized'])
  })
})

describe('what may fairly be said of a download by what storage answered', () => {
  const outage = ['expired', 'unavailable', 'unknown']
  const media = { 'content-type': 'audio/mpeg' }
  const whole = { object: true, answerHeaders: media }
  const partFrom = (range: string) => ({ ...whole, status: 206, headers: { range } })
  const other = ['absent', 'deleted', 'failed', 'not-found', ...outage]
  test.each<[string, Parameters<typeof osvi.storage>[1], readonly string[]]>([
    ['200 and sound', { ...whole }, ['downloaded']],
    ['206 and sound', { ...whole, status: 206 }, ['downloaded']],
    ['206 from where it was asked to begin', partFrom('bytes=0-'), ['downloaded']],
    ['206 from elsewhere than it was asked to begin', partFrom('bytes=5-'), ['downloaded', ...outage]],
    ['206 from elsewhere, asked in capitals', partFrom('BYTES=17-'), ['downloaded', ...outage]],
    ['206 of the last bytes that were asked for', partFrom('bytes=-10'), ['downloaded']],
    ['206 of a range that only looks like one', partFrom('x-bytes=5-'), ['downloaded']],
    ['200 in place of a part', { ...partFrom('bytes=5-'), status: 200 }, ['downloaded']],
    [
      '206 that nothing is told of',
      { ...partFrom('bytes=5-'), object: false, answer: '' },
      ['downloaded', ...outage],
    ],
    [
      '200 and plain bytes',
      { ...whole, answerHeaders: { 'content-type': 'binary/octet-stream' } },
      ['downloaded'],
    ],
    ['200 and a page', { answer: '<html>' }, ['absent', 'downloaded', 'failed', ...outage]],
    [
      '200 and a page that calls itself sound',
      { answer: '', answerHeaders: media },
      ['absent', 'downloaded', 'failed', ...outage],
    ],
    [
      '200 and what only mentions sound',
      { ...whole, answerHeaders: { 'content-type': 'text/x-audio/mpeg' } },
      ['absent', 'downloaded', 'failed', ...outage],
    ],
    ['200 and half of it', { ...whole, how: 'reset' }, outage],
    ['nothing', { how: 'lost' }, outage],
    ['199', { status: 199, answer: '' }, outage],
    ['300', { status: 300, answer: '' }, outage],
    ['399', { status: 399, answer: '' }, outage],
    ['400', { status: 400, answer: '' }, ['failed', ...outage]],
    ['400 and that it has expired', { status: 400, answer: '<Code>ExpiredToken</Code>' }, ['expired']],
    ['401', { status: 401, answer: '' }, ['forbidden', ...outage]],
    ['403', { status: 403, answer: '' }, ['forbidden', ...outage]],
    ['403 and that it has expired', { status: 403, answer: 'Request has expired' }, ['expired']],
    ['404', { status: 404, answer: '' }, other],
    [
      '409 and that it has expired',
      { status: 409, answer: '<Code>ExpiredToken</Code>' },
      ['failed', ...outage],
    ],
    ['410', { status: 410, answer: '' }, other],
    ['416', { status: 416, answer: '' }, ['downloaded', 'failed', 'invalid-request', ...outage]],
    ['429', { status: 429, answer: '' }, ['rate-limited', ...outage]],
    ['499', { status: 499, answer: '' }, ['failed', ...outage]],
    ['500', { status: 500, answer: '' }, outage],
  ])('%s', (_, answer, kinds) => {
    const given = fairAtEnd(osvi.asked('download'), osvi.api(osviPlays(url)), osvi.storage(url, answer))
    expect(given).toEqual([...kinds].toSorted())
  })

  test('after a redirect, by where it led', () => {
    const moved = { status: 302, answer: '', answerHeaders: { location: urlOf(2) } }
    const asked = [osvi.asked('download'), osvi.api(osviPlays(url))]
    expect(fairAtEnd(...asked, osvi.storage(url, moved), osvi.storage(urlOf(2), whole))).toEqual([
      'downloaded',
    ])
    expect(fairAtEnd(...asked, osvi.storage(url, moved))).toEqual(outage.toSorted())
  })

  test('by the last of several, and by what was told since', () => {
    const asked = [
      osvi.asked('download'),
      osvi.api(osviPlays(url)),
      osvi.storage(url, { status: 403, answer: '' }),
    ]
    expect(fairAtEnd(...asked, osvi.storage(url, whole))).toEqual(['downloaded'])
    expect(fairAtEnd(...asked, osvi.api({}, { status: 401 }))).toContain('unauthorized')
    expect(fairAtEnd(...asked)).not.toContain('unauthorized')
  })
})

describe('what may fairly be said from memory', () => {
  /** Of the second of two asks that nothing was sent for, what may be said by what the first was told. */
  const later = (
    told: Parameters<typeof osvi.api>[1],
    answer: unknown,
    second: Parameters<typeof osvi.asked>[1],
  ): readonly string[] => {
    const reading = readHistory(
      history(
        osvi.asked('look', {
          ...(told?.account ? { account: told.account } : {}),
          ...(told?.id ? { id: told.id } : {}),
        }),
        osvi.api(answer, told),
        osvi.answered({ kind: 'unknown' }),
        osvi.asked('look', { ask: 'a2', ...second }),
        osvi.answered({ kind: 'unknown' }, { ask: 'a2', ...second }),
      ),
    )
    const ask = answeredOf(reading)[1]
    return ask ? [...fairKindsOf(reading, ask)].toSorted() : []
  }
  const elsewhere = '00000000-0000-4000-8000-000000000009'

  test.each<[string, Parameters<typeof later>, readonly string[]]>([
    ['what plays', [{}, osviPlays(url), {}], ['playable']],
    ['what plays, long after', [{}, osviPlays(url), { at: 3_600_000 }], ['playable']],
    ['what plays, to another account: nothing', [{}, osviPlays(url), { account: 'foreign' }], []],
    ['what plays, of another id: nothing', [{}, osviPlays(url), { id: elsewhere }], []],
    ['a rejected key, whatever is asked', [{ status: 401 }, {}, { id: elsewhere }], ['unauthorized']],
    ['a rejected key, for ever', [{ status: 401 }, {}, { id: elsewhere, at: 3_600_000 }], ['unauthorized']],
    ['a rejected key, to another account: nothing', [{ status: 401 }, {}, { account: 'foreign' }], []],
    ['an outage, whatever is asked', [{ status: 500 }, {}, { id: elsewhere }], ['unavailable']],
    ['an outage, a minute ago', [{ status: 500 }, {}, { at: 60_000 }], ['unavailable']],
    [
      'an outage of another id, longer ago: nothing',
      [{ status: 500 }, {}, { id: elsewhere, at: 60_001 }],
      [],
    ],
    [
      'an outage whose end was a minute ago',
      [{ status: 500, took: 30_000 }, {}, { at: 90_000 }],
      ['unavailable'],
    ],
    ['an outage, longer ago: nothing', [{ status: 500 }, {}, { at: 60_001 }], []],
  ])('%s', (_, given, kinds) => {
    expect(later(...given)).toEqual([...kinds])
  })
})
