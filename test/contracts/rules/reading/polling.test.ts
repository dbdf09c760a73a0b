import { expect, test } from 'vitest'
import { askedAfterEnd } from '../../../../contracts/rules/reading/polling.ts'
import { readHistory } from '../../../../contracts/rules/reading/reading.ts'
import { quoItem } from '../a-history.ts'
import { second as another, feather, type Moments, quo, quoTells, url } from '../histories/vocabulary.ts'
import { historyOf } from './fair-after.ts'

const second = 1000

/** A look that is answered these, a second apart. */
const polled = (
  ...answers: readonly (readonly [answer: unknown, how?: Parameters<typeof quo.api>[1]])[]
): Moments => [
  quo.asked('look'),
  ...answers.map(([answer, how], nth) => quo.api(answer, { ...how, at: nth * second })),
]

const part = (status: string, link: string | null = null) => quoTells(quoItem('s1', status, link))
const pending = part('processing')
const playing = part('completed', url)

/** The place of the first question that came after the end of a look's polling, counted from 0. */
const afterEnd = (vendor: string, moments: Moments): number | undefined => {
  const reading = readHistory(historyOf(vendor, ...moments))
  const [ask] = reading.asks
  const found = ask && askedAfterEnd(reading, ask)
  return found && reading.exchanges.indexOf(found)
}

test.each<[string, Moments, number | undefined]>([
  ['plays', polled([pending], [playing], [playing]), 2],
  ['plays, at last', polled([pending], [pending], [playing], [playing]), 3],
  ['is deleted', polled([pending], [part('deleted')], [pending]), 2],
  ['has failed', polled([pending], [part('failed')], [pending]), 2],
  ['is absent, which may change', polled([pending], [part('absent')], [pending]), undefined],
  ['is still to come', polled([pending], [pending], [pending]), undefined],
  ['is of a word that is new', polled([pending], [part('archived')], [pending]), undefined],
  ['plays, in an error', polled([pending], [playing, { status: 500 }], [playing]), undefined],
  ['is deleted, in an error', polled([pending], [part('deleted'), { status: 404 }], [pending]), undefined],
  ['plays, and was cut off', polled([pending], [playing, { how: 'truncated' }], [playing]), undefined],
  [
    'is deleted, and was cut off',
    polled([pending], [part('deleted'), { how: 'truncated' }], [pending]),
    undefined,
  ],
  ['is gone by its status', polled([pending], [{}, { status: 410 }], [pending]), undefined],
  ['plays, and was never to come', polled([playing], [playing], [playing]), undefined],
  ['was deleted before it was to come', polled([part('deleted')], [pending], [playing]), undefined],
])('whoever asks again where it %s', (_, moments, wanted) => {
  expect(afterEnd('quo', moments)).toBe(wanted)
})

test('whoever asks again before the last answer has come does not know of the end', () => {
  const [early = [], late = []] = [quo.api(playing, { at: second }), quo.api(playing, { at: second })].map(
    (one) => one.flat(),
  )
  const moments = [...polled([pending]), early.slice(0, 1), late, early.slice(1)]
  expect(afterEnd('quo', moments)).toBeUndefined()
})

test('whoever downloads, or has tried the URL, may ask for a new one', () => {
  const asked = polled([pending], [playing], [playing])
  expect(afterEnd('quo', [quo.asked('download'), ...asked.slice(1)])).toBeUndefined()
  expect(afterEnd('quo', asked.toSpliced(3, 0, quo.storage(url, { at: second })))).toBeUndefined()
})

test.each([
  [900, 2],
  [63, 2],
  [62, undefined],
  [61, undefined],
  [1, undefined],
])('a URL that lives %i s more is an end, or too short to be one', (seconds, wanted) => {
  const plays = { url, expires_in: seconds, duration_ms: 30_000, status: 'ready' }
  const moments = [
    feather.asked('look'),
    feather.api({ url: null, expires_in: null, duration_ms: null, status: 'processing' }),
    feather.api(plays),
    feather.api(plays, { at: 2 * second }),
  ]
  expect(afterEnd('feather', moments)).toBe(wanted)
})

test('a link of another look, however soon it ends, makes no difference to this one', () => {
  const tells = (status: string, link: string | null, seconds: number | null) => ({
    url: link,
    expires_in: seconds,
    duration_ms: 30_000,
    status,
  })
  const moments = [
    feather.asked('look'),
    feather.api(tells('processing', null, null)),
    feather.asked('look', { ask: 'a2' }),
    feather.api(tells('ready', another, 1), { ask: 'a2' }),
    feather.api(tells('ready', url, 900)),
    feather.api(tells('ready', url, 900), { at: second }),
  ]
  expect(afterEnd('feather', moments)).toBe(3)
})

test('whoever asks Feather again, by how long its own link lives yet, and by whether it may still come', () => {
  const tells = (status: string, link: string | null, seconds: number) => ({
    url: link,
    expires_in: seconds,
    duration_ms: 1000,
    status,
  })
  const asked = (...answers: readonly unknown[]): Moments => [
    feather.asked('look', { at: 1 }),
    ...answers.map((answer, nth) => feather.api(answer, { at: 1 + nth * second })),
  ]
  const pendingThere = tells('pending', null, 0)
  const plays = tells('ready', url, 900)
  expect(afterEnd('feather', asked(pendingThere, plays, plays))).toBe(2)
  expect(afterEnd('feather', asked(pendingThere, tells('deleted', null, 0), pendingThere))).toBeUndefined()
  const short = { ...tells('ready', url, 30), extra: 'https://example.com/more' }
  expect(afterEnd('feather', asked(pendingThere, short, plays))).toBeUndefined()
})
