import { toHttpDate } from '../../../../../mocks/world/instant.ts'
import { osviPlays, playing, start, urlOf } from '../../a-history.ts'
import { skewed } from '../clocks-and-quotas.ts'
import { file, type Moments, osvi, plays, refusal, second, told, url } from '../vocabulary.ts'
import type { Weighed } from './weighed.ts'

const expired = { kind: 'expired' } as const
const dated = { answerHeaders: { date: toHttpDate(start) } }

/** What came of a look, told this by a client whose clock is off. */
const looked = (
  offMs: number,
  answer: unknown,
  said: Parameters<typeof osvi.answered>[0],
  at = 0,
  how: Parameters<typeof osvi.api>[1] = dated,
): Moments => [skewed(offMs), osvi.asked('look'), osvi.api(answer, how), osvi.answered(said, { at })]

const wrong = 300_000

/** How long a URL lives, and by whose clock. */
export const weighedClocks: readonly Weighed[] = [
  ['a-skewed-clock-still-plays', 'osvi', 'a clock that is right', looked(0, told, expired), '0'],
  ['a-skewed-clock-still-plays', 'osvi', 'no Date', looked(wrong, told, expired, 0, {}), '0'],
  [
    'a-skewed-clock-still-plays',
    'osvi',
    'no lifetime',
    looked(wrong, { success: true, data: { call_id: '1', recording_url: url } }, expired),
    '0',
  ],
  [
    'a-skewed-clock-still-plays',
    'osvi',
    'threw',
    [...looked(wrong, told, expired).slice(0, 3), osvi.threw('no')],
    '1',
  ],
  [
    'a-skewed-clock-still-plays',
    'osvi',
    'downloaded',
    [skewed(wrong), osvi.asked('download'), osvi.api(told, dated), osvi.answered(file(10))],
    '1',
  ],
  [
    'a-skewed-clock-still-plays',
    'osvi',
    'tried and refused',
    [
      skewed(wrong),
      osvi.asked('download'),
      osvi.api(told, dated),
      osvi.storage(url, refusal),
      osvi.answered(expired),
    ],
    '0',
  ],
  [
    'a-skewed-clock-still-plays',
    'osvi',
    'asked for another part',
    [skewed(wrong), osvi.asked('download', { segment: 1 }), osvi.api(told, dated), osvi.answered(expired)],
    '0',
  ],
  [
    'a-skewed-clock-still-plays',
    'osvi',
    'told just before its end',
    looked(wrong, told, expired, 897_999),
    '1; 5: by its own clock, which is wrong, it answered expired of a URL that still plays | playable: the Date of the answer tells how wrong the clock is',
  ],
  [
    'a-skewed-clock-still-plays',
    'osvi',
    'told so near its end that nobody knows',
    looked(wrong, told, expired, 898_000),
    '1',
  ],
  [
    'a-skewed-clock-still-plays',
    'osvi',
    'handed out after its end',
    looked(wrong, told, plays, 902_000),
    '1; 5: by its own clock, which is wrong, it handed out a URL that storage calls dead | a URL that lives by the clock of the answer that told it',
  ],
  [
    'a-skewed-clock-still-plays',
    'osvi',
    'handed out so near its end that nobody knows',
    looked(wrong, told, plays, 901_999),
    '1',
  ],
  [
    'a-skewed-clock-still-plays',
    'osvi',
    'handed out while it plays by its own text',
    looked(wrong, osviPlays(urlOf(1, 0, 1800)), playing(urlOf(1, 0, 1800)), 902_000),
    '1',
  ],
  [
    'a-skewed-clock-still-plays',
    'osvi',
    'handed out after the end of a URL that tells none',
    looked(wrong, osviPlays('{storage}/b/1.mp3'), playing('{storage}/b/1.mp3'), 902_000),
    '1; 5: by its own clock, which is wrong, it handed out a URL that storage calls dead | a URL that lives by the clock of the answer that told it',
  ],
  [
    'a-skewed-clock-still-plays',
    'osvi',
    'a URL told by two answers, one with its Date',
    [
      ...looked(wrong, told, plays),
      osvi.asked('look', { ask: 'a2' }),
      osvi.api(told, { ask: 'a2' }),
      osvi.answered(plays, { ask: 'a2', at: 902_000 }),
    ],
    '1',
  ],
  [
    'a-skewed-clock-still-plays',
    'osvi',
    'the answer came behind its end',
    [
      ...looked(wrong, told, expired).slice(0, 2),
      ...osvi
        .api(told, dated)
        .slice(0, 2)
        .map((event) => [event]),
      osvi.answered(expired),
      osvi.api(told, dated).slice(2),
    ],
    '0',
  ],
  [
    'a-skewed-clock-still-plays',
    'osvi',
    'told by an answer before the last',
    [
      ...looked(wrong, told, plays),
      osvi.asked('look', { ask: 'a2' }),
      osvi.api({}, { ask: 'a2', status: 404, ...dated }),
      osvi.answered({ kind: 'not-found' }, { ask: 'a2' }),
    ],
    '1',
  ],
  [
    'a-skewed-clock-still-plays',
    'osvi',
    'set before',
    [skewed(1), ...looked(wrong, told, expired)],
    '1; 6: by its own clock, which is wrong, it answered expired of a URL that still plays | playable: the Date of the answer tells how wrong the clock is',
  ],
  [
    'read-the-lifetime',
    'osvi',
    'a URL that nobody told',
    [osvi.asked('look'), osvi.api(told), osvi.answered(playing(second, { expiresAt: start }))],
    '1',
  ],
  [
    'read-the-lifetime',
    'osvi',
    'a part without a URL',
    [
      osvi.asked('look'),
      osvi.api(told),
      osvi.answered({
        kind: 'playable',
        segments: [
          { state: 'unknown', expiresAt: start },
          { state: 'ready', url },
        ],
      }),
    ],
    '1',
  ],
  [
    'read-the-lifetime',
    'osvi',
    'a URL told twice',
    [
      osvi.asked('look'),
      osvi.api(told),
      osvi.api(told, { at: 5000 }),
      osvi.answered(playing(url, { expiresAt: start + 900_000 }), { at: 5000 }),
    ],
    '1',
  ],
  [
    'read-the-lifetime',
    'osvi',
    'no lifetime',
    [
      osvi.asked('look'),
      osvi.api({ success: true, data: { call_id: '1', recording_url: url } }),
      osvi.answered(plays),
    ],
    '1; 4: it answered that the URL lives until 2026-01-31T09:15:00.000Z | no expiresAt: no lifetime was told',
  ],
  [
    'read-the-lifetime',
    'osvi',
    'failed',
    [osvi.asked('look'), osvi.api({}, { status: 500 }), osvi.answered({ kind: 'failed' })],
    '0',
  ],
]
