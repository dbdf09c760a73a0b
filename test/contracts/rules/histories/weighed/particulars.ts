import { playing, quoItem, start } from '../../a-history.ts'
import {
  atReplies,
  envoy,
  file,
  gone,
  noReplies,
  osvi,
  plays,
  quo,
  quoTells,
  second,
  told,
  truth,
  url,
  voqo,
} from '../vocabulary.ts'
import type { Weighed } from './weighed.ts'

const asked = [osvi.asked('download'), osvi.api(told)]

/** What was given, taken along and fetched: as told, in every particular. */
export const weighedParticulars: readonly Weighed[] = [
  [
    'keep-every-segment-in-order',
    'quo',
    'a URL more than was told',
    [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'completed', url), quoItem('s2', 'failed', null))),
      quo.answered({
        kind: 'playable',
        segments: [
          { state: 'ready', url },
          { state: 'failed', url: second },
        ],
      }),
    ],
    '1',
  ],
  [
    'say-what-was-told',
    'osvi',
    'failed, though it is only not there',
    [osvi.asked('look'), osvi.api({}, { status: 404 }), osvi.answered({ kind: 'failed' })],
    '1; 4: it answered failed, which nothing it was told allows | one of: not-found, absent',
  ],
  ['say-what-was-told', 'osvi', 'plays', [osvi.asked('look'), osvi.api(told), osvi.answered(plays)], '1'],
  [
    'never-send-the-key-to-storage',
    'osvi',
    'a key taken along by a redirect',
    [
      osvi.asked('look'),
      osvi.api('', { status: 302, answerHeaders: { location: url } }),
      osvi.storage(url, { headers: { 'api-token': '{key:default}' } }),
    ],
    '0',
  ],
  [
    'drop-the-key-on-redirect',
    'osvi',
    'a redirect of storage',
    [
      osvi.asked('download'),
      osvi.api(told),
      osvi.storage(url, { status: 302, answer: '', answerHeaders: { location: 'https://example.com/a' } }),
    ],
    '0',
  ],
  [
    'drop-the-key-on-redirect',
    'osvi',
    'a redirect within the API',
    [osvi.asked('look'), osvi.api('', { status: 302, answerHeaders: { location: '{api}/elsewhere' } })],
    '0',
  ],
  [
    'no-replies-is-normal',
    'voqo',
    'made up one',
    [
      voqo.asked('replies'),
      voqo.api(noReplies, atReplies),
      voqo.answered({
        kind: 'replies',
        replies: [{ id: 'r1', from: '+15550100', body: 'Yes', receivedAt: start }],
      }),
    ],
    '1; 4: told an empty list of replies, it answered replies | an empty list',
  ],
  [
    'give-every-byte',
    'osvi',
    'resumed, and not the bytes',
    [osvi.asked('download', { from: 4 }), osvi.answered(file(9, 4))],
    '0',
    [{ ...truth, from: 4, length: 6 }],
  ],
  [
    'surface-validation-details',
    'quo',
    'told as unknown',
    [quo.asked('look'), quo.api({ message: 'no' }, { status: 422 }), quo.answered({ kind: 'unknown' })],
    '1; 4: told what is wrong with its request, it answered unknown | invalid-request',
  ],
  [
    'surface-validation-details',
    'quo',
    'threw',
    [quo.asked('look'), quo.api({ message: 'no' }, { status: 422 }), quo.threw('no')],
    '1; 4: told what is wrong with its request, it threw TypeError: no | invalid-request',
  ],
  [
    'surface-validation-details',
    'quo',
    'told nothing of what is wrong',
    [quo.asked('look'), quo.api({}, { status: 422 }), quo.answered({ kind: 'invalid-request', details: [] })],
    '1',
  ],
  [
    'tolerate-null-metadata',
    'quo',
    'made up the length of one part',
    [
      quo.asked('look'),
      quo.api(
        quoTells(
          { ...quoItem('s1', 'completed', url), duration: null as never },
          quoItem('s2', 'completed', second),
        ),
      ),
      quo.answered({
        kind: 'playable',
        segments: [
          { state: 'ready', url, durationSeconds: 30 },
          { state: 'ready', url: second, durationSeconds: 30 },
        ],
      }),
    ],
    '1; 4: it made up a duration that the vendor does not know | no duration',
  ],
  [
    'one-unit-of-duration',
    'quo',
    'one of two lengths told',
    [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'completed', url))),
      quo.api(quoTells({ ...quoItem('s1', 'completed', url), duration: 45 })),
      quo.answered(playing(url, { durationSeconds: 30 })),
    ],
    '1',
  ],
  [
    'one-unit-of-duration',
    'quo',
    'a length of what does not play',
    [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'deleted', url))),
      quo.answered(playing(url, { durationSeconds: 30 })),
    ],
    '0',
  ],
  [
    'ask-with-the-vendors-own-key',
    'envoy',
    'a key of another scheme',
    [envoy.asked('look'), envoy.api({}, { headers: { authorization: 'Basic {key:default}' } })],
    '1; 1: it asked with "authorization: Basic {key:default}" | "authorization: Bearer <key>" and nothing else',
  ],
  [
    'keep-accounts-apart',
    'osvi',
    'fetched what both were told',
    [
      osvi.asked('download', { ask: 'a0', account: 'foreign' }),
      osvi.api(told, { ask: 'a0', account: 'foreign' }),
      osvi.answered({ kind: 'expired' }, { ask: 'a0' }),
      ...asked,
      osvi.storage(url),
      osvi.answered(file(10)),
    ],
    '1',
  ],
  [
    'keep-accounts-apart',
    'osvi',
    'fetched what another was told',
    [
      osvi.asked('download', { ask: 'a0', account: 'foreign' }),
      osvi.api(told, { ask: 'a0', account: 'foreign' }),
      osvi.answered({ kind: 'expired' }, { ask: 'a0' }),
      osvi.asked('download'),
      osvi.storage(url),
      osvi.answered(file(10)),
    ],
    '1; 6: it fetched for default a URL that only another account was told | a URL that its own key was told',
  ],
  [
    'keep-accounts-apart',
    'osvi',
    'fetched for both what another was told',
    [
      osvi.asked('download', { ask: 'a0', account: 'foreign' }),
      osvi.api(told, { ask: 'a0', account: 'foreign' }),
      osvi.asked('download'),
      osvi.storage(url).map((event) => (event.kind === 'sent' ? { ...event, during: ['a1', 'a0'] } : event)),
      osvi.answered({ kind: 'expired' }, { ask: 'a0' }),
      osvi.answered(file(10)),
    ],
    '2',
  ],
  [
    'keep-accounts-apart',
    'osvi',
    'fetched for another what another was told',
    [
      osvi.asked('download', { ask: 'a0', account: 'foreign' }),
      osvi.api(told, { ask: 'a0', account: 'foreign' }),
      osvi.asked('download'),
      osvi.storage(url, { ask: 'a0' }),
      osvi.answered({ kind: 'expired' }, { ask: 'a0' }),
      osvi.answered(file(10)),
    ],
    '2',
  ],
  [
    'replies-outlive-the-recording',
    'voqo',
    'gone by a word, told as not found',
    [voqo.asked('look'), voqo.api(gone), voqo.answered({ kind: 'not-found' })],
    '1; 4: told that the recording is gone, it answered not-found | `expired`',
  ],
]
