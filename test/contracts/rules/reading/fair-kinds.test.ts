import { describe, expect, test } from 'vitest'
import { isOddId } from '../../../../contracts/rules/reading/fair-kinds.ts'
import { readHistory } from '../../../../contracts/rules/reading/reading.ts'
import { idAt, osviPlays, quoItem, urlOf } from '../a-history.ts'
import { skewed } from '../histories/clocks-and-quotas.ts'
import {
  atReplies,
  dead,
  type Moments,
  noReplies,
  osvi,
  quo,
  quoTells,
  told,
  url,
  voqo,
} from '../histories/vocabulary.ts'
import { fairAfter, historyOf } from './fair-after.ts'

const outage = ['unavailable', 'unknown']
const hourMs = 3_600_000
const notThere = { error: 'recording_not_available' }
const plays: Moments = [osvi.asked('look'), osvi.api(told)]
const answered = osvi.answered({ kind: 'unknown' })

/** Told that it plays, then told this in an ask of its own, then asked with nothing sent. */
const remembering = (answer: unknown, how: Parameters<typeof osvi.api>[1] = {}): Moments => [
  ...plays,
  answered,
  osvi.asked('look', { ask: 'a2', ...how }),
  osvi.api(answer, { ask: 'a2', at: 1, ...how }),
  osvi.answered({ kind: 'unknown' }, { ask: 'a2' }),
  osvi.asked('look', { ask: 'a3' }),
]

describe('from memory, it plays', () => {
  test.each<[string, Moments, boolean]>([
    ['unless it was told since that nothing is there', remembering(notThere, { status: 404 }), false],
    ['where it was told since that it still does', remembering(told), true],
    ['where there was an outage since', remembering({}, { status: 500 }), true],
    ['where what was told since was cut off', remembering({ success: true }, { how: 'truncated' }), true],
    ['where what was told since is of another recording', remembering({}, { status: 404, id: '1' }), true],
    [
      'where what was told since was told to another account',
      remembering(notThere, { status: 404, account: 'foreign' }),
      true,
    ],
  ])('%s', (_, moments, wanted) => {
    expect(fairAfter('osvi', moments, 'a3', hourMs).includes('playable')).toBe(wanted)
  })

  test('whatever was told of its replies since', () => {
    const short = { shortCode: idAt('voqo'), recording: { status: 'available', url } }
    const moments = [
      voqo.asked('look'),
      voqo.api(short),
      voqo.answered({ kind: 'unknown' }),
      voqo.asked('replies', { ask: 'a2' }),
      voqo.api(noReplies, { ...atReplies, ask: 'a2' }),
      voqo.answered({ kind: 'replies', replies: [] }, { ask: 'a2' }),
      voqo.asked('look', { ask: 'a3' }),
    ]
    expect(fairAfter('voqo', moments, 'a3')).toContain('playable')
  })

  test('whatever was told to others after the answer', () => {
    const second = [osvi.asked('look', { ask: 'a2' }), osvi.answered({ kind: 'unknown' }, { ask: 'a2' })]
    const third = [osvi.asked('look', { ask: 'a3' }), osvi.api(notThere, { ask: 'a3', status: 404 })]
    expect(fairAfter('osvi', [...plays, answered, ...second, ...third], 'a2')).toContain('playable')
  })

  test('where the vendor has an outage by now', () => {
    const again = [osvi.asked('look', { ask: 'a2' }), osvi.api({}, { ask: 'a2', status: 500 })]
    expect(fairAfter('osvi', [...plays, answered, ...again], 'a2')).toEqual(['playable', 'unavailable'])
  })

  test('or is dead by now, where there is an outage since', () => {
    const moments = [osvi.asked('look'), osvi.api(osviPlays(url, 10)), osvi.api({}, { status: 500, at: 1 })]
    expect(fairAfter('osvi', moments, 'a1', 20_000)).toContain('expired')
    expect(fairAfter('osvi', moments, 'a1', 1)).not.toContain('expired')
  })

  test('and is not dead for what storage says after the answer', () => {
    const refusedLater = [
      answered,
      osvi.asked('download', { ask: 'a2' }),
      osvi.storage(url, { ask: 'a2', status: 403, answer: dead }),
    ]
    expect(fairAfter('osvi', [...plays, ...refusedLater], 'a1')).toEqual(['playable'])
  })

  test('and what was told without a key is anybody’s', () => {
    const moments = [voqo.asked('look'), voqo.api({}, { status: 404 }), voqo.answered({ kind: 'unknown' })]
    expect(fairAfter('voqo', [...moments, voqo.asked('look', { ask: 'a2' })], 'a2')).toContain('not-found')
  })

  test('for a minute by the client’s own clock', () => {
    const moments = [skewed(100_000), osvi.asked('look'), osvi.api({}, { status: 500 }), answered]
    const later = (at: number) =>
      fairAfter('osvi', [...moments, osvi.asked('look', { ask: 'a2', at })], 'a2', at)
    expect([later(60_000), later(60_001)]).toEqual([['unavailable'], []])
  })

  test('but not what was told only after the answer', () => {
    const [early = [], late = []] = [osvi.asked('look'), osvi.api(told)].map((one) => one.flat())
    expect(fairAfter('osvi', [early, osvi.asked('look', { ask: 'a2' }), answered, late], 'a2')).toContain(
      'playable',
    )
    expect(fairAfter('osvi', [early])).toEqual([])
  })
})

describe('what came late', () => {
  const [sent = [], received = [], settled = []] = osvi.api(told).map((event) => [event])
  const reading = (moments: Moments) => readHistory(historyOf('osvi', ...moments))

  test.each<[string, Moments, readonly string[]]>([
    ['an answer behind the end of its ask tells nothing', [sent], outage],
    ['a body behind it tells less', [sent, received], ['playable', ...outage]],
    ['what came in time tells all', [sent, received, settled], ['playable']],
  ])('%s', (_, inTime, kinds) => {
    const rest = [sent, received, settled].slice(inTime.length)
    const { asks } = reading([osvi.asked('look'), ...inTime, answered, ...rest])
    expect(asks).toHaveLength(1)
    expect(fairOfFirst([osvi.asked('look'), ...inTime, answered, ...rest])).toEqual(kinds)
  })

  test('a question that is under way as an ask begins is one of its own', () => {
    expect(fairAfter('osvi', [sent, osvi.asked('look'), received, settled])).toEqual(['playable'])
  })

  test('a question that is put after the end of an ask is none of its own', () => {
    expect(fairOfFirst([osvi.asked('look'), answered, osvi.api({}, { status: 401 })])).toEqual([])
  })
})

/** What may be said by the first ask, whose answer the history holds. */
const fairOfFirst = (moments: Moments): readonly string[] =>
  fairAfter('osvi', [...moments, osvi.asked('look', { ask: 'last', id: '1' })], 'a1')

describe('of a look', () => {
  test.each<[string, Moments, readonly string[]]>([
    ['that tried the URL, and it played', [...plays, osvi.storage(url)], ['playable']],
    [
      'that tried the URL, and it was refused',
      [...plays, osvi.storage(url, { status: 403, answer: dead })],
      ['absent', 'expired', 'failed', 'playable', ...outage],
    ],
    [
      'that tried the URL, and nothing came',
      [...plays, osvi.storage(url, { how: 'lost' })],
      ['absent', 'expired', 'failed', 'playable', ...outage],
    ],
    [
      'that had an outage after it was told that it plays',
      [...plays, osvi.api({}, { status: 500, at: 1 })],
      ['playable', 'unavailable'],
    ],
    ['of what was told for a while that is over', [...plays], ['expired', 'playable', ...outage]],
  ])('%s', (_, moments, kinds) => {
    const at = kinds.includes('expired') && moments.length === plays.length ? 900_000 : 0
    expect(fairAfter('osvi', moments, 'a1', at)).toEqual(kinds)
  })

  test('a URL of an earlier answer that storage refused does not make a new one dead', () => {
    const again = osvi.api(osviPlays(urlOf(2)), { at: 1 })
    const moments = [...plays, osvi.storage(url, { status: 403, answer: dead }), answered]
    expect(fairAfter('osvi', [...moments, osvi.asked('look', { ask: 'a2' }), again], 'a2')).toEqual([
      'playable',
    ])
  })
})

describe('of a download', () => {
  const asked = [osvi.asked('download'), osvi.api(told)]
  const rejected = osvi.api({}, { status: 401 })

  test.each<[string, Moments, readonly string[]]>([
    ['that came whole: that it did', [...asked, osvi.storage(url)], ['downloaded']],
    [
      'that came whole, and asked again since',
      [...asked, osvi.storage(url), rejected],
      ['downloaded', 'unauthorized'],
    ],
    ['that came whole, and had asked before', [rejected, osvi.api(told), osvi.storage(url)], ['downloaded']],
    [
      'that was refused, then came whole: that it did',
      [...asked, osvi.storage(url, { status: 500, answer: '' }), osvi.storage(url)],
      ['downloaded'],
    ],
    [
      'that came whole, then was refused: how it was refused',
      [...asked, osvi.storage(url), osvi.storage(url, { status: 403, answer: dead })],
      ['expired'],
    ],
    [
      'that was limited, then had an outage: either',
      [
        ...asked,
        osvi.storage(url, { status: 429, answer: '' }),
        osvi.storage(url, { status: 500, answer: '' }),
      ],
      ['expired', 'rate-limited', ...outage],
    ],
    [
      'that was refused, after an outage of the API: either',
      [
        osvi.asked('download'),
        osvi.api({}, { status: 500 }),
        osvi.api(told),
        osvi.storage(url, { status: 403, answer: dead }),
      ],
      ['expired', 'unavailable'],
    ],
    ['of which nothing was fetched, with its URL told', asked, []],
    ['of nothing that anybody told', [osvi.asked('download'), osvi.storage(url)], []],
    [
      'of a URL that was told for another',
      [osvi.asked('download'), osvi.api(told, { id: '1' }), osvi.storage(url)],
      [],
    ],
  ])('%s', (_, moments, kinds) => {
    const whole = moments[0] === rejected ? [osvi.asked('download'), ...moments] : moments
    expect(fairAfter('osvi', whole)).toEqual(kinds)
  })

  test('what is fetched after the answer does not count', () => {
    const moments = [...asked, osvi.storage(url, { status: 403, answer: dead }), answered, osvi.storage(url)]
    expect(fairAfter('osvi', [...moments, osvi.asked('look', { ask: 'a2', id: '1' })])).toEqual(['expired'])
  })

  test('two at once may have had either transfer', () => {
    const moments = [
      ...asked,
      osvi.asked('download', { ask: 'a2' }),
      osvi.storage(url, { status: 403, answer: dead }),
      osvi.storage(url),
    ]
    expect(fairAfter('osvi', moments)).toEqual(expect.arrayContaining(['downloaded', 'expired']))
  })
})

describe('of a download of one part', () => {
  const parts = (...items: readonly ReturnType<typeof quoItem>[]): Moments => [
    quo.asked('download', { segment: 1 }),
    quo.api(quoTells(...items)),
  ]
  const first = quoItem('s1', 'completed', url)
  const elsewhere = [
    'absent',
    'not-found',
    'invalid-request',
    'processing',
    'deleted',
    'failed',
    'expired',
    ...outage,
  ]

  test.each<[string, Moments, readonly string[]]>([
    ['that is there', parts(first, quoItem('s2', 'completed', urlOf(2))), []],
    ['that there is not', parts(first), elsewhere],
    ['that has no URL', parts(first, quoItem('s2', 'completed', null)), elsewhere],
    ['that has no word for its state', parts(first, quoItem('s2', null, urlOf(2))), elsewhere],
    ['of a recording that does not play', parts(quoItem('s1', 'deleted', null)), elsewhere],
  ])('%s', (_, moments, kinds) => {
    expect(fairAfter('quo', moments)).toEqual(expect.arrayContaining([...kinds]))
    expect(fairAfter('quo', moments).includes('not-found')).toBe(kinds.length > 0)
  })
})

test.each([
  ['quo', 'AC1', false],
  ['quo', 'AC1/2', true],
  ['quo', 'AC1?x', true],
  ['quo', 'AC%41', true],
  ['quo', '..', true],
  ['quo', '', true],
  ['osvi', idAt('osvi'), false],
  ['osvi', 'abc', true],
])('at %s the id %j may be refused unasked: %s', (vendor, id, odd) => {
  expect(isOddId(readHistory(historyOf(vendor)), id)).toBe(odd)
})
