import { toHttpDate } from '../../../../mocks/world/instant.ts'
import { quoItem, start, urlOf } from '../a-history.ts'
import {
  cancelled,
  dead,
  envoy,
  feather,
  file,
  hung,
  type Moments,
  osvi,
  quo,
  quoTells,
  type Row,
  told,
  truth,
  url,
} from './vocabulary.ts'

const minuteMs = 60_000

const limited = (count: number): Moments => [
  envoy.asked('look'),
  ...Array.from({ length: count }, (_, nth) => envoy.api({}, { status: 429, at: nth * minuteMs })),
]

const polled = (count: number): Moments => [
  quo.asked('look'),
  ...Array.from({ length: count }, (_, nth) =>
    quo.api(quoTells(quoItem('s1', 'processing', null)), { at: nth * minuteMs }),
  ),
]

const until = {
  status: 429,
  answerHeaders: { 'retry-after': toHttpDate(start + 30_000), date: toHttpDate(start) },
}

/** Storage refuses one URL after the other, so many of them, and at the end the client says what came of it. */
const refusedUrls = (count: number, kind: 'expired' | 'unavailable'): Moments => [
  quo.asked('download'),
  ...Array.from({ length: count }, (_, nth) => [
    ...quo.api(quoTells(quoItem('s1', 'completed', urlOf(nth + 1))), { at: nth * 1000 }),
    ...quo.storage(urlOf(nth + 1), { status: 403, answer: dead, at: nth * 1000 }),
  ]),
  quo.answered({ kind }, { at: count * 1000 }),
]

const twice = (status: number, secondAt: number): Moments => [
  quo.asked('look'),
  quo.api({}, { status }),
  quo.api({}, { status, at: secondAt }),
]

const ended = (status: string, again: boolean): Moments => [
  quo.asked('look'),
  quo.api(quoTells(quoItem('s1', status, null))),
  ...(again ? [quo.api(quoTells(quoItem('s1', status, null)), { at: minuteMs })] : []),
]

/** Rules on waiting, trying again and coming to an end: each broken, and as close as can be not. */
export const waitsAndTries: readonly Row[] = [
  {
    rule: 'wait-as-told',
    vendor: 'envoy',
    wrong: [envoy.asked('look'), envoy.api({}, { status: 429 }), envoy.api({}, { status: 429 })],
    right: [envoy.asked('look'), envoy.api({}, { status: 429 }), envoy.api({}, { status: 429, at: 1 })],
  },
  {
    // A date knows whole seconds: a second less is fair.
    rule: 'wait-as-told',
    vendor: 'envoy',
    wrong: [envoy.asked('look'), envoy.api({}, until), envoy.api({}, { at: 28_999 })],
    right: [envoy.asked('look'), envoy.api({}, until), envoy.api({}, { at: 29_000 })],
  },
  {
    // An answer that took its time was waited for from its end on.
    rule: 'wait-as-told',
    vendor: 'feather',
    wrong: [
      feather.asked('look'),
      feather.api({ retry_after: 30 }, { status: 429, took: 5000 }),
      feather.api({}, { at: 34_999 }),
    ],
    right: [
      feather.asked('look'),
      feather.api({ retry_after: 30 }, { status: 429, took: 5000 }),
      feather.api({}, { at: 35_000 }),
    ],
  },
  { rule: 'wait-as-told', vendor: 'envoy', wrong: limited(11), right: limited(10) },
  { rule: 'poll-with-bounds', vendor: 'quo', wrong: polled(102), right: polled(101) },
  {
    rule: 'refresh-when-the-url-has-died',
    vendor: 'quo',
    wrong: refusedUrls(4, 'expired'),
    right: refusedUrls(3, 'expired'),
  },
  {
    rule: 'refresh-when-the-url-has-died',
    vendor: 'quo',
    wrong: refusedUrls(3, 'unavailable'),
    right: refusedUrls(2, 'expired'),
  },
  { rule: 'retry-only-what-may-pass', vendor: 'quo', wrong: twice(418, 1000), right: twice(408, 1000) },
  { rule: 'retry-only-what-may-pass', vendor: 'quo', wrong: twice(425, 0), right: twice(425, 1) },
  { rule: 'retry-only-what-may-pass', vendor: 'quo', wrong: twice(499, 1000), right: twice(429, 1000) },
  {
    // What was given up had been waited for.
    rule: 'retry-only-what-may-pass',
    vendor: 'osvi',
    wrong: [
      osvi.asked('download'),
      osvi.api(told),
      osvi.storage(url, { status: 503, answer: '' }),
      osvi.storage(url, { status: 503, answer: '' }),
    ],
    right: [
      osvi.asked('download'),
      osvi.api(told),
      osvi.storage(url, { status: 503, answer: '', how: 'aborted' }),
      osvi.storage(url, { status: 503, answer: '' }),
    ],
  },
  { rule: 'final-is-final', vendor: 'quo', wrong: ended('absent', true), right: ended('absent', false) },
  { rule: 'final-is-final', vendor: 'quo', wrong: ended('failed', true), right: ended('failed', false) },
  {
    rule: 'stop-when-cancelled',
    vendor: 'quo',
    wrong: [quo.asked('look'), [cancelled], [hung]],
    right: [quo.asked('look'), [cancelled], quo.threw('This operation was aborted')],
  },
  {
    rule: 'resume-where-it-stopped',
    vendor: 'osvi',
    truths: [truth, { ...truth, from: 4, length: 6 }, { ...truth, from: 2, length: 8 }],
    wrong: [osvi.asked('download', { from: 4 }), osvi.answered(file(8, 2))],
    right: [osvi.asked('download', { from: 4 }), osvi.answered(file(6, 4))],
  },
]
