import { pathAt, quoItem, start } from '../../a-history.ts'
import { skewed } from '../clocks-and-quotas.ts'
import { dead, osvi, quo, quoTells, told, url } from '../vocabulary.ts'
import type { Weighed } from './weighed.ts'

const done = quoTells(quoItem('s1', 'completed', url))
const pending = quoTells(quoItem('s1', 'processing', null))
const toComeAndGone = quoTells(quoItem('s1', 'processing', null), quoItem('s2', 'deleted', null))
const [sent = [], ...rest] = quo.api(done).map((event) => [event])

/** Which request is another try, and how long it was waited for. */
export const weighedTries: readonly Weighed[] = [
  [
    'retry-only-what-may-pass',
    'osvi',
    'another range after a failure',
    [
      osvi.asked('download'),
      osvi.api(told),
      osvi.storage(url, { how: 'reset' }),
      osvi.storage(url, { headers: { range: 'bytes=5-' } }),
    ],
    '1',
  ],
  [
    'retry-only-what-may-pass',
    'osvi',
    'the same URL told anew',
    [
      osvi.asked('download'),
      osvi.api(told),
      osvi.storage(url, { status: 403, answer: dead }),
      osvi.api(told),
      osvi.storage(url),
    ],
    '0',
  ],
  [
    'retry-only-what-may-pass',
    'osvi',
    'the same URL told anew too late',
    [
      osvi.asked('download'),
      osvi.api(told),
      osvi.storage(url, { status: 403, answer: dead }),
      osvi.storage(url),
      osvi.api(told),
    ],
    '1; 7: it asked again after 403 | no retry: the same question gets the same answer',
  ],
  [
    'retry-only-what-may-pass',
    'osvi',
    'what was already under way',
    [osvi.api({}, { status: 404 }).slice(0, 1), osvi.asked('look'), osvi.api({}, { status: 500 })],
    '1',
  ],
  [
    'retry-only-what-may-pass',
    'quo',
    'a redirect that failed',
    [
      quo.asked('look'),
      quo.api('', { status: 302, answerHeaders: { location: pathAt('quo') } }),
      quo.api({}, { status: 500 }),
    ],
    '0',
  ],
  [
    'retry-only-what-may-pass',
    'quo',
    '400, asked again',
    [quo.asked('look'), quo.api({}, { status: 400 }), quo.api({}, { status: 400, at: 1 })],
    '2; 4: it asked again after 400 | no retry: the same question gets the same answer',
  ],
  [
    'retry-only-what-may-pass',
    'quo',
    '404 that was cut off, asked again',
    [quo.asked('look'), quo.api({}, { status: 404, how: 'truncated' }), quo.api({}, { at: 1 })],
    '1',
  ],
  [
    'retry-only-what-may-pass',
    'quo',
    '200 that was cut off, asked again',
    [quo.asked('look'), quo.api(done, { how: 'truncated' }), quo.api(done, { at: 1 })],
    '1',
  ],
  [
    'retry-only-what-may-pass',
    'quo',
    'asked again at its head, while its body is to come',
    [
      quo.asked('look'),
      ...quo
        .api({}, { status: 500 })
        .slice(0, 2)
        .map((event) => [event]),
      quo.api({}, { at: 0 }),
    ],
    '1; 3: it tried again without a pause | a pause before each retry',
  ],
  [
    'poll-with-bounds',
    'quo',
    'what was already under way',
    [
      sent,
      quo.asked('look'),
      ...quo
        .api(pending)
        .slice(1)
        .map((event) => [event]),
      ...rest,
    ],
    '0',
  ],
  [
    'poll-with-bounds',
    'quo',
    'two at once',
    [quo.asked('look'), quo.asked('look', { ask: 'a2' }), quo.api(pending), quo.api(pending, { ask: 'a2' })],
    '0',
  ],
  [
    'poll-with-bounds',
    'quo',
    'a URL tried before, not since',
    [
      quo.asked('download'),
      quo.api(done),
      quo.storage(url, { status: 403, answer: dead }),
      quo.api(pending),
      quo.api(pending),
    ],
    '2; 10: it polled without a pause | a pause, or `processing`',
  ],
  [
    'poll-with-bounds',
    'quo',
    'a URL tried only afterwards',
    [
      quo.asked('download'),
      quo.api(quoTells(quoItem('s1', null, url), quoItem('s2', 'processing', null))),
      quo.api(done),
      quo.storage(url),
    ],
    '1; 4: it polled without a pause | a pause, or `processing`',
  ],
  [
    'poll-with-bounds',
    'quo',
    'one deleted, one to come',
    [quo.asked('look'), quo.api(toComeAndGone), quo.api(toComeAndGone, { at: 1 })],
    '2',
  ],
  [
    'poll-with-bounds',
    'quo',
    'asked again at the head of an answer',
    [quo.asked('look'), quo.api(pending, { took: 0 }).slice(0, 2), quo.api(pending, { at: 1 })],
    '2',
  ],
  [
    'wait-as-told',
    'quo',
    'two at once',
    [
      quo.asked('look'),
      quo.asked('look', { ask: 'a2' }),
      quo.api({}, { status: 429 }),
      quo.api({}, { status: 429, ask: 'a2' }),
    ],
    '0',
  ],
  [
    'wait-as-told',
    'quo',
    'storage that limits',
    [
      quo.asked('look'),
      quo.api('', { status: 302, answerHeaders: { location: '{storage}/x' } }),
      quo.storage('{storage}/x', { status: 429, answer: '' }),
      quo.api({}),
    ],
    '0',
  ],
  [
    'wait-as-told',
    'quo',
    'the shorter of two clocks',
    [
      skewed(10_000),
      quo.asked('look'),
      quo.api(
        {},
        {
          status: 429,
          answerHeaders: {
            'retry-after': new Date(start + 30_000).toUTCString(),
            date: new Date(start).toUTCString(),
          },
        },
      ),
      quo.api({}, { at: 18_999 }),
    ],
    '1; 5: told to wait 19 s, it asked again after 18.999 s | to wait as told, or `rate-limited` at once',
  ],
  [
    'wait-as-told',
    'quo',
    'the shorter of two clocks, and waited',
    [
      skewed(10_000),
      quo.asked('look'),
      quo.api(
        {},
        {
          status: 429,
          answerHeaders: {
            'retry-after': new Date(start + 30_000).toUTCString(),
            date: new Date(start).toUTCString(),
          },
        },
      ),
      quo.api({}, { at: 19_000 }),
    ],
    '1',
  ],
  [
    'wait-as-told',
    'quo',
    'seconds are not rounded',
    [
      quo.asked('look'),
      quo.api({}, { status: 429, answerHeaders: { 'retry-after': '30' } }),
      quo.api({}, { at: 29_999 }),
    ],
    '1; 4: told to wait 30 s, it asked again after 29.999 s | to wait as told, or `rate-limited` at once',
  ],
]
