import type { Event } from '../../../../../contracts/history.ts'
import { toHttpDate } from '../../../../../mocks/world/instant.ts'
import { pathAt, playing, start } from '../../a-history.ts'
import { envoyTells, skewed } from '../clocks-and-quotas.ts'
import { envoy, osvi, quo, tagged, told, url } from '../vocabulary.ts'
import type { Weighed } from './weighed.ts'

const fromTheFirst = { headers: { range: 'bytes=0-' } }

/** A download that broke off, and was given up after this. */
const givenUpAfter = (...next: readonly (readonly Event[])[]): readonly (readonly Event[])[] => [
  osvi.asked('download'),
  osvi.api(told),
  osvi.storage(url, { how: 'truncated', ...tagged('a') }),
  ...next,
  osvi.answered({ kind: 'unavailable' }),
]

const goneOnWith = (tag: string) =>
  osvi.storage(url, { status: 206, at: 9000, ...fromTheFirst, ...tagged(tag) })

const limited = (at: number) => quo.api({}, { status: 429, at })
const limits = (many: number, from: number) => Array.from({ length: many }, (_, nth) => limited(from + nth))

const end = start + 3_600_000

/** A client a second ahead is sent from a URL to that URL, and asks it anew two seconds later. */
const sentToItself = (expiresAt: number): readonly (readonly Event[])[] => [
  skewed(1000),
  envoy.asked('look'),
  envoy.api('', {
    status: 302,
    answerHeaders: { location: pathAt('envoy'), date: toHttpDate(start) },
  }),
  envoy.api(envoyTells(end - start), { at: 2000, answerHeaders: { date: toHttpDate(start + 2000) } }),
  envoy.answered(playing(url, { expiresAt }), { at: 2000 }),
]

const toItself = { status: 302, answer: '', answerHeaders: { location: url } }

/** Of a client whose clock is off: what it said of a URL that ends then. */
const ending = (offMs: number, afterMs: number, said: Parameters<typeof envoy.answered>[0]) => [
  skewed(offMs),
  envoy.asked('look'),
  envoy.api(envoyTells(afterMs), { answerHeaders: { date: toHttpDate(start) } }),
  envoy.answered(said),
]

/** What storage is asked while other questions are open as well. */
const asked = (...during: readonly string[]) =>
  osvi.storage(url, toItself).map((event) => (event.kind === 'sent' ? { ...event, during } : event))

const elsewhere = { id: 'another', status: 302, answerHeaders: { location: pathAt('osvi') } }

/** Two asks are led to what a third asks for, when these of them have ended; and the third takes its answer for an outage. */
const ledWhenEnded = (...ended: readonly string[]): readonly (readonly Event[])[] => {
  const [sent, ...came] = osvi.api('', elsewhere)
  return [
    osvi.asked('look', elsewhere),
    osvi.asked('look', { ...elsewhere, ask: 'a2' }),
    sent?.kind === 'sent' ? [{ ...sent, during: ['a1', 'a2'] }] : [],
    ...ended.map((ask) => osvi.answered({ kind: 'unavailable' }, { ask })),
    came,
    osvi.asked('look', { ask: 'a3' }),
    osvi.api(told, { ask: 'a3' }),
    osvi.answered({ kind: 'unavailable' }, { ask: 'a3' }),
  ]
}

/** What may be read in two ways: a client that was right by one of them is right. */
export const weighedEitherWay: readonly Weighed[] = [
  [
    'say-what-was-told',
    'osvi',
    'given up, for what came next was of another object',
    givenUpAfter(goneOnWith('b')),
    '1',
  ],
  [
    'say-what-was-told',
    'osvi',
    'given up, though what came next was of the same object',
    givenUpAfter(goneOnWith('a')),
    '1; 10: it answered unavailable, which nothing it was told allows | one of: downloaded',
  ],
  [
    'say-what-was-told',
    'osvi',
    'given up, though what came next was of the same object, after an outage that named none',
    givenUpAfter(osvi.storage(url, { status: 503, answer: '', at: 4000 }), goneOnWith('a')),
    '1; 13: it answered unavailable, which nothing it was told allows | one of: downloaded',
  ],
  [
    'say-what-was-told',
    'osvi',
    'given up, though what came next was the whole of another object',
    givenUpAfter(osvi.storage(url, { at: 9000, ...tagged('b') })),
    '1; 10: it answered unavailable, which nothing it was told allows | one of: downloaded',
  ],
  [
    'say-what-was-told',
    'osvi',
    'redirects to itself of two asks, while a third is open all along',
    [
      osvi.asked('look'),
      osvi.api(told),
      osvi.answered(playing(url)),
      osvi.asked('download', { ask: 'a2', id: 'another' }),
      osvi.api('', { ask: 'a2', id: 'another' }).slice(0, 1),
      osvi.asked('download', { ask: 'a3' }),
      ...[asked('a2', 'a3'), asked('a2', 'a3')],
      osvi.answered({ kind: 'unavailable' }, { ask: 'a3' }),
      osvi.asked('download', { ask: 'a4' }),
      ...[asked('a2', 'a4'), asked('a2', 'a4')],
      osvi.answered({ kind: 'unavailable' }, { ask: 'a4' }),
    ],
    '3',
  ],
  [
    'say-what-was-told',
    'osvi',
    'a redirect of asks that had both ended when it came',
    ledWhenEnded('a1', 'a2'),
    '3',
  ],
  [
    'say-what-was-told',
    'osvi',
    'a redirect of asks of which one was open when it came',
    ledWhenEnded('a1'),
    '2; 10: it answered unavailable, which nothing it was told allows | one of: playable',
  ],
  [
    'say-what-was-told',
    'osvi',
    'a redirect of asks that were both open when it came',
    ledWhenEnded(),
    '1; 9: it answered unavailable, which nothing it was told allows | one of: playable',
  ],
  [
    'say-what-was-told',
    'envoy',
    'said to play, though its end had passed by either clock',
    ending(-300_000, -400_000, playing(url)),
    '1; 5: it answered playable, which nothing it was told allows | one of: expired, unavailable, unknown',
  ],
  [
    'say-what-was-told',
    'envoy',
    'said to be over, though its end was to come by either clock',
    ending(300_000, 400_000, { kind: 'expired' }),
    '1; 5: it answered expired, which nothing it was told allows | one of: playable',
  ],
  [
    'wait-as-told',
    'quo',
    'limits of one poll and of the next',
    [quo.asked('look'), ...limits(9, 0), quo.api({ data: [] }, { at: 50 }), ...limits(9, 60)],
    '18',
  ],
  [
    'wait-as-told',
    'quo',
    'as many limits, with an outage between them',
    [quo.asked('look'), ...limits(9, 0), quo.api({}, { status: 503, at: 50 }), ...limits(2, 60)],
    '11; 34: it tried for the 11th time | `rate-limited`',
  ],
  [
    'wait-as-told',
    'quo',
    'as many limits, with a question between them that got no answer',
    [quo.asked('look'), ...limits(9, 0), quo.api({}, { how: 'lost', at: 50 }), ...limits(2, 60)],
    '11; 33: it tried for the 11th time | `rate-limited`',
  ],
  [
    'wait-as-told',
    'quo',
    'as many limits, with a redirect to nowhere between them',
    [quo.asked('look'), ...limits(9, 0), quo.api('', { status: 300, at: 50 }), ...limits(2, 60)],
    '11; 34: it tried for the 11th time | `rate-limited`',
  ],
  ['read-the-lifetime', 'envoy', 'an end put right by when it was asked anew', sentToItself(end + 500), '1'],
  [
    'read-the-lifetime',
    'envoy',
    'an end beyond what either clock makes of it',
    sentToItself(end + 1001),
    '1; 8: it answered that the URL lives until 2026-01-31T10:00:01.001Z | expiresAt 2026-01-31T10:00:01.000Z, as told',
  ],
]
