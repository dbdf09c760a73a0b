import { toHttpDate } from '../../../../../mocks/world/instant.ts'
import { osviPlays, pathAt, playing, quoItem, start } from '../../a-history.ts'
import { skewed } from '../clocks-and-quotas.ts'
import { envoy, type Moments, osvi, quo, quoTells, refusal, second, told, url } from '../vocabulary.ts'
import type { Weighed } from './weighed.ts'

const asked = [osvi.asked('download'), osvi.api(told)]
const ranged = (range: string) => ({ headers: { range } })
const [sent = [], received = [], settled = []] = quo
  .api(quoTells(quoItem('s1', 'processing', null)))
  .map((event) => [event])

const dated = { answerHeaders: { date: toHttpDate(start) } }
const dated200: Moments = osvi.api(told, dated).map((event) => [event])

/** A refusal of which the last byte came when the ask had its answer. */
const behind = (status: number): Moments => {
  const [first = [], head = [], end = []] = quo.api({}, { status }).map((event) => [event])
  return [first, head, quo.answered({ kind: 'unknown' }), end]
}
const [late401, late403] = [behind(401), behind(403)]

/** A transfer cut then, of a URL told to live for ten seconds by an answer that took four, read by a clock too fast. */
const streamedBy = (endedAt: number): Moments => {
  const transfer = osvi.storage(url, { object: true, at: 4100 })
  const request = transfer.flatMap((event) => (event.kind === 'sent' ? event.request : []))[0] ?? ''
  return [
    skewed(100_000),
    osvi.asked('download'),
    osvi.api(osviPlays(url, 10), { took: 4000 }),
    transfer.filter(({ kind }) => kind !== 'settled'),
    [{ kind: 'settled', at: start + endedAt, request, how: 'aborted' }],
  ]
}

/** What a first look misses: by which clock, by which of several answers, after how many tries. */
export const weighedSecondLooks: readonly Weighed[] = [
  [
    'refresh-when-the-url-has-died',
    'osvi',
    'a refusal that broke off, a new URL, and a refusal',
    [
      ...asked,
      osvi.storage(url, { ...refusal, how: 'reset' }),
      osvi.api(osviPlays(second)),
      osvi.storage(second, refusal),
      osvi.answered({ kind: 'expired' }),
    ],
    '1',
  ],
  [
    'refresh-when-the-url-has-died',
    'osvi',
    'refused where a redirect led, by the API',
    [
      ...asked,
      osvi.storage(url, { status: 302, answer: '', answerHeaders: { location: `{api}${pathAt('osvi')}` } }),
      osvi.api({}, { status: 403 }),
      osvi.answered({ kind: 'forbidden' }),
    ],
    '0',
  ],
  [
    'refresh-when-the-url-has-died',
    'osvi',
    'a new URL untried, by a clock too slow',
    [
      skewed(-300_000),
      ...asked,
      osvi.storage(url, refusal),
      osvi.api(osviPlays(second, 60)),
      osvi.answered({ kind: 'unknown' }),
    ],
    '1; 11: it asked for a new URL and did not try it | another try with the new URL',
  ],
  [
    'refresh-when-the-url-has-died',
    'osvi',
    'told since that nothing is there',
    [
      ...asked,
      osvi.storage(url, refusal),
      osvi.api({}, { status: 404 }),
      osvi.answered({ kind: 'unavailable' }),
    ],
    '1',
  ],
  [
    'refresh-when-the-url-has-died',
    'osvi',
    'threw, refused to the end',
    [...asked, osvi.storage(url, refusal), osvi.threw('no')],
    '1; 7: refused by storage, it answered error without asking for a new URL | a new URL and another try',
  ],
  [
    'retry-only-what-may-pass',
    'osvi',
    'another question between a refusal and its repetition',
    [
      osvi.asked('look'),
      osvi.api({}, { status: 404 }),
      osvi.api({}, { status: 500, ...ranged('bytes=0-') }),
      osvi.api({}, { status: 404, at: 1 }),
    ],
    '3; 7: it asked again after 404 | no retry: the same question gets the same answer',
  ],
  [
    'retry-only-what-may-pass',
    'osvi',
    'eleven tries before it plays',
    [
      osvi.asked('look'),
      ...Array.from({ length: 11 }, (_, nth) => osvi.api({}, { status: 500, at: nth * 1000 })),
      osvi.api(told, { at: 11_000 }),
    ],
    '11; 31: it tried for the 11th time | at most 10 tries, then `unavailable`; 34: it tried for the 12th time | at most 10 tries, then `unavailable`',
  ],
  [
    'retry-only-what-may-pass',
    'osvi',
    'lost, and asked again',
    [osvi.asked('look'), osvi.api({}, { how: 'lost' }), osvi.api(told)],
    '1; 3: it tried again without a pause | a pause before each retry',
  ],
  [
    'wait-as-told',
    'envoy',
    'a date read by the clock of the answer',
    [
      skewed(-300_000),
      envoy.asked('look'),
      envoy.api(
        {},
        {
          status: 429,
          answerHeaders: { date: toHttpDate(start), 'retry-after': toHttpDate(start + 30_000) },
        },
      ),
      envoy.api({}, { at: 30_000 }),
    ],
    '1',
  ],
  [
    'wait-as-told',
    'envoy',
    'a date, and no Date',
    [
      envoy.asked('look'),
      envoy.api({}, { status: 429, answerHeaders: { 'retry-after': toHttpDate(start + 30_000) } }),
      envoy.api({}, { at: 30_000 }),
    ],
    '1',
  ],
  [
    'wait-as-told',
    'envoy',
    'a date, and no Date, asked early',
    [
      envoy.asked('look'),
      envoy.api({}, { status: 429, answerHeaders: { 'retry-after': toHttpDate(start + 30_000) } }),
      envoy.api({}, { at: 28_000 }),
    ],
    '1; 4: told to wait 29 s, it asked again after 28 s | to wait as told, or `rate-limited` at once',
  ],
  [
    'never-hand-out-a-dead-url',
    'osvi',
    'told twice, and the longer one lives',
    [
      osvi.asked('look'),
      osvi.api(osviPlays(url, 10)),
      osvi.api(osviPlays(url, 900)),
      osvi.answered(playing(url), { at: 20_000 }),
    ],
    '1',
  ],
  [
    'poll-with-bounds',
    'quo',
    'polled on at once, of what another ask was told',
    [sent, quo.asked('look'), received, settled, quo.api(quoTells(quoItem('s1', 'processing', null)))],
    '1',
  ],
  [
    'poll-with-bounds',
    'quo',
    'polled on at once',
    [quo.asked('look'), sent, received, settled, quo.api(quoTells(quoItem('s1', 'processing', null)))],
    '2; 4: it polled without a pause | a pause, or `processing`',
  ],
  [
    'api-403-is-not-an-expired-url',
    'quo',
    'a 403 whose end came behind the answer',
    [quo.asked('look'), ...late403],
    '0',
  ],
  [
    'a-rejected-key-stays-rejected',
    'quo',
    'a 401 whose end came behind the answer',
    [quo.asked('look'), ...late401],
    '0',
  ],
  [
    'a-skewed-clock-still-plays',
    'osvi',
    'told twice, of which one plays long enough',
    [
      skewed(300_000),
      osvi.asked('look'),
      osvi.api(osviPlays(second, 1), dated),
      osvi.api(told, dated),
      osvi.answered({ kind: 'expired' }),
    ],
    '1; 8: by its own clock, which is wrong, it answered expired of a URL that still plays | playable: the Date of the answer tells how wrong the clock is',
  ],
  [
    'a-skewed-clock-still-plays',
    'osvi',
    'told only after the answer',
    [
      skewed(300_000),
      osvi.asked('look'),
      ...dated200.slice(0, 2),
      osvi.answered({ kind: 'expired' }),
      ...dated200.slice(2),
    ],
    '0',
  ],
  [
    'let-an-open-stream-finish',
    'osvi',
    'cut by a clock too fast, at the earliest end',
    streamedBy(10_300),
    '1; 7: it cut a running transfer when the URL expired | to read on: a URL needs to be alive only when the request starts',
  ],
  [
    'let-an-open-stream-finish',
    'osvi',
    'cut by a clock too fast, at the latest end',
    streamedBy(14_300),
    '1; 7: it cut a running transfer when the URL expired | to read on: a URL needs to be alive only when the request starts',
  ],
  ['let-an-open-stream-finish', 'osvi', 'cut by a clock too fast, between the two', streamedBy(12_300), '1'],
  [
    'let-an-open-stream-finish',
    'osvi',
    'cut by a clock too fast, when the sum of its times is round',
    streamedBy(10_900),
    '1; 7: it cut a running transfer when the URL expired | to read on: a URL needs to be alive only when the request starts',
  ],
  [
    'a-skewed-clock-still-plays',
    'osvi',
    'told twice, and alive by the later one',
    [
      skewed(300_000),
      osvi.asked('look'),
      osvi.api(osviPlays(url, 10), dated),
      osvi.api(osviPlays(url, 2000), dated),
      osvi.answered(playing(url), { at: 950_000 }),
    ],
    '1',
  ],
  [
    'stay-within-the-quota',
    'quo',
    'a key sent to storage is no question',
    [
      quo.asked('look'),
      ...Array.from({ length: 10 }, (_, nth) => quo.api({}, { at: 500, id: `AC${nth}` })),
      quo.storage(url, { at: 500, headers: { authorization: '{key:default}' } }),
    ],
    '0',
  ],
]
