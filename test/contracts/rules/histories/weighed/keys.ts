import { quoItem } from '../../a-history.ts'
import { burst, skewed } from '../clocks-and-quotas.ts'
import { envoy, feather, quo, quoTells, url } from '../vocabulary.ts'
import type { Weighed } from './weighed.ts'

const done = quoTells(quoItem('s1', 'completed', url))

/** Whose key it is, how it is sent, and what it is refused. */
export const weighedKeys: readonly Weighed[] = [
  [
    'ask-with-the-vendors-own-key',
    'quo',
    'the key in a header of its own too',
    [
      quo.asked('look'),
      quo.api(done, { headers: { authorization: '{key:default}', 'x-key': '{key:default}' } }),
    ],
    '1; 1: it asked with the key in x-key too | "authorization: <key>" and nothing else',
  ],
  [
    'ask-with-the-vendors-own-key',
    'quo',
    'a header of another meaning',
    [quo.asked('look'), quo.api(done, { headers: { authorization: '{key:default}', accept: '*/*' } })],
    '1',
  ],
  [
    'ask-with-the-vendors-own-key',
    'quo',
    'something behind the key',
    [quo.asked('look'), quo.api(done, { headers: { authorization: '{key:default} x' } })],
    '1; 1: it asked with "authorization: {key:default} x" | "authorization: <key>" and nothing else',
  ],
  [
    'ask-with-the-vendors-own-key',
    'envoy',
    'its scheme in small letters',
    [
      envoy.asked('look'),
      envoy.api({}, { headers: { authorization: 'bearer {key:default}', 'x-api-key': '{key:default}' } }),
    ],
    '1; 1: it asked with the key in x-api-key too | "authorization: Bearer <key>" and nothing else',
  ],
  [
    'ask-with-the-vendors-own-key',
    'feather',
    'the key as a bearer',
    [feather.asked('look'), feather.api({}, { headers: { authorization: 'bearer {key:default}' } })],
    '1; 1: it asked without x-api-key | "x-api-key: <key>" and nothing else',
  ],
  [
    'ask-with-the-vendors-own-key',
    'feather',
    'the key in another header',
    [feather.asked('look'), feather.api({}, { headers: { authorization: '{key:default}' } })],
    '1; 1: it asked without x-api-key | "x-api-key: <key>" and nothing else',
  ],
  [
    'api-403-is-not-an-expired-url',
    'quo',
    'storage that refuses after a redirect',
    [
      quo.asked('look'),
      quo.api('', { status: 302, answerHeaders: { location: '{storage}/x' } }),
      quo.storage('{storage}/x', { status: 403, answer: '' }),
      quo.answered({ kind: 'unavailable' }),
    ],
    '0',
  ],
  [
    'api-403-is-not-an-expired-url',
    'quo',
    'refused again behind its answer',
    [
      quo.asked('look'),
      quo.api({}, { status: 403 }).slice(0, 2),
      quo.answered({ kind: 'unavailable' }),
      quo.api({}, { status: 403 }).slice(2),
    ],
    '0',
  ],
  [
    'api-403-is-not-an-expired-url',
    'quo',
    'asked again',
    [
      quo.asked('look'),
      quo.api({}, { status: 403 }),
      quo.api({}, { status: 403 }),
      quo.answered({ kind: 'forbidden' }),
    ],
    '1; 4: it asked again after 403 | `forbidden`, at once',
  ],
  [
    'api-403-is-not-an-expired-url',
    'quo',
    'a download told as an outage',
    [quo.asked('download'), quo.api({}, { status: 403 }), quo.answered({ kind: 'unavailable' })],
    '1; 4: told 403, it answered unavailable | forbidden',
  ],
  [
    'a-rejected-key-stays-rejected',
    'quo',
    'storage that rejects after a redirect',
    [
      quo.asked('look'),
      quo.api('', { status: 302, answerHeaders: { location: '{storage}/x' } }),
      quo.storage('{storage}/x', { status: 401, answer: '' }),
      quo.answered({ kind: 'unavailable' }),
    ],
    '0',
  ],
  [
    'a-rejected-key-stays-rejected',
    'quo',
    'told as an outage',
    [quo.asked('look'), quo.api({}, { status: 401 }), quo.answered({ kind: 'unavailable' })],
    '1; 4: told 401, it answered unavailable | unauthorized',
  ],
  [
    'a-rejected-key-stays-rejected',
    'quo',
    'rejected behind its answer',
    [
      quo.asked('look'),
      ...quo
        .api({}, { status: 401 })
        .slice(0, 2)
        .map((event) => [event]),
      quo.answered({ kind: 'unavailable' }),
    ],
    '0',
  ],
  [
    'stay-within-the-quota',
    'quo',
    'two keys share nothing',
    [
      ...burst([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500]).map((moments, index) =>
        index % 2 === 0
          ? moments.map((event) =>
              event.kind === 'sent' ? { ...event, headers: { authorization: '{key:foreign}' } } : event,
            )
          : moments,
      ),
    ],
    '0',
  ],
  [
    'stay-within-the-quota',
    'quo',
    'without a key nothing is counted',
    burst([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500]).map((moments) =>
      moments.map((event) => (event.kind === 'sent' ? { ...event, headers: {} } : event)),
    ),
    '0',
  ],
  [
    'stay-within-the-quota',
    'quo',
    'the clock was set before',
    [skewed(1), ...burst([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500])],
    '1; 52: with one key it asked 11 times in 500 ms | at most 10 requests in 1 s, or `rate-limited` without asking',
  ],
  [
    'stay-within-the-quota',
    'quo',
    'the clock was set meanwhile',
    [...burst([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), skewed(1), ...burst([500]).slice(1)],
    '0',
  ],
  [
    'stay-within-the-quota',
    'quo',
    'storage has no quota',
    [...burst([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), quo.storage(url, { at: 500 })],
    '0',
  ],
]
