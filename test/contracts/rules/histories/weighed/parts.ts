import { toIso } from '../../../../../mocks/world/instant.ts'
import { playing, quoItem, start } from '../../a-history.ts'
import { envoy, feather, quo, quoTells, refusal, second, url } from '../vocabulary.ts'
import type { Weighed } from './weighed.ts'

const done = quoItem('s1', 'completed', url)
const available = { recording_status: 'AVAILABLE', url, expires_at: toIso(start + 900_000) }

/** What each part of a recording is, and in which order. */
export const weighedParts: readonly Weighed[] = [
  [
    'only-a-ready-status-plays',
    'quo',
    'one part fewer than told',
    [quo.asked('look'), quo.api(quoTells(quoItem('s1', 'failed', null), done)), quo.answered(playing(url))],
    '1',
  ],
  [
    'only-a-ready-status-plays',
    'quo',
    'expired while it lives',
    [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'failed', null), done)),
      quo.answered({ kind: 'playable', segments: [{ state: 'expired' }, { state: 'ready', url }] }),
    ],
    '1; 4: told failed, it called segment 0 expired | failed',
  ],
  [
    'only-a-ready-status-plays',
    'quo',
    'ready without a URL, told as failed',
    [
      quo.asked('look'),
      quo.api(quoTells(done, quoItem('s2', 'completed', null))),
      quo.answered({ kind: 'playable', segments: [{ state: 'ready', url }, { state: 'failed' }] }),
    ],
    '1',
  ],
  [
    'only-a-ready-status-plays',
    'envoy',
    'AVAILABLE, told as failed',
    [envoy.asked('look'), envoy.api(available), envoy.answered({ kind: 'failed' })],
    '1; 4: told AVAILABLE, it answered failed | one of: playable',
  ],
  [
    'report-each-segments-own-state',
    'quo',
    'a part without a URL, told as ready',
    [
      quo.asked('look'),
      quo.api(quoTells(done, quoItem('s2', 'completed', null))),
      quo.answered({ kind: 'playable', segments: [{ state: 'ready', url }, { state: 'ready' }] }),
    ],
    '1',
  ],
  [
    'report-each-segments-own-state',
    'quo',
    'told as nothing at all',
    [
      quo.asked('look'),
      quo.api(quoTells(done, quoItem('s2', 'failed', null))),
      quo.answered({ kind: 'playable', segments: [] }),
    ],
    '1; 4: it called segment 0 nothing | ready',
  ],
  [
    'report-each-segments-own-state',
    'quo',
    'a doubtful one, told as none',
    [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', null, url), quoItem('s2', 'failed', null))),
      quo.answered({ kind: 'failed' }),
    ],
    '0',
  ],
  [
    'keep-every-segment-in-order',
    'quo',
    'one more than told',
    [
      quo.asked('look'),
      quo.api(quoTells(done, quoItem('s2', 'completed', second))),
      quo.answered({
        kind: 'playable',
        segments: [{ state: 'ready', url }, { state: 'ready', url: second }, { state: 'failed' }],
      }),
    ],
    '1; 4: it answered the segments ready, ready, failed | all of them, in the order told: s1, s2',
  ],
  [
    'keep-every-segment-in-order',
    'quo',
    'the first alone is right',
    [
      quo.asked('look'),
      quo.api(quoTells(done, quoItem('s2', 'completed', second))),
      quo.answered({
        kind: 'playable',
        segments: [
          { id: 's1', state: 'ready', url },
          { id: 's3', state: 'ready', url },
        ],
      }),
    ],
    '1; 4: it answered the segments s1, s3 | all of them, in the order told: s1, s2',
  ],
  [
    'keep-every-segment-in-order',
    'quo',
    'the URLs the other way round',
    [
      quo.asked('look'),
      quo.api(quoTells(done, quoItem('s2', 'completed', second))),
      quo.answered({
        kind: 'playable',
        segments: [
          { state: 'ready', url: second },
          { state: 'ready', url },
        ],
      }),
    ],
    '1; 4: it answered the segments ready, ready | all of them, in the order told: s1, s2',
  ],
  [
    'tolerate-null-metadata',
    'envoy',
    'told with a length by an earlier answer',
    [
      envoy.asked('look'),
      envoy.api({ ...available, duration_seconds: null }),
      envoy.answered(playing(second, { durationSeconds: 30 })),
    ],
    '1',
  ],
  [
    'tolerate-null-metadata',
    'envoy',
    'told as failed',
    [
      envoy.asked('look'),
      envoy.api({ ...available, duration_seconds: null }),
      envoy.answered({ kind: 'failed' }),
    ],
    '1; 4: told null where the document allows it, it answered failed | one of: playable',
  ],
  [
    'tolerate-null-metadata',
    'quo',
    'a length for the part that has one',
    [
      quo.asked('look'),
      quo.api(quoTells(done, { ...quoItem('s2', 'completed', second), duration: null as never })),
      quo.answered({
        kind: 'playable',
        segments: [
          { state: 'ready', url, durationSeconds: 30 },
          { state: 'ready', url: second },
        ],
      }),
    ],
    '1',
  ],
  [
    'one-unit-of-duration',
    'feather',
    'a length that nobody told',
    [
      feather.asked('look'),
      feather.api({ url, expires_in: 900, duration_ms: null, status: 'ready' }),
      feather.answered(playing(url, { durationSeconds: 30 })),
    ],
    '0',
  ],
  [
    'only-a-ready-status-plays',
    'quo',
    'expired, though only the other one was refused',
    [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'failed', null), done)),
      quo.storage(url, refusal),
      quo.answered({ kind: 'playable', segments: [{ state: 'expired' }, { state: 'ready', url }] }),
    ],
    '1; 7: told failed, it called segment 0 expired | failed',
  ],
  [
    'only-a-ready-status-plays',
    'quo',
    'failed, though it was refused',
    [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'completed', second), done)),
      quo.storage(url, refusal),
      quo.answered({ kind: 'playable', segments: [{ state: 'ready', url: second }, { state: 'failed' }] }),
    ],
    '1; 7: told completed, it called segment 1 failed | ready',
  ],
  [
    'only-a-ready-status-plays',
    'quo',
    'two told as another',
    [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'failed', null), done)),
      quo.answered({ kind: 'absent' }),
    ],
    '1; 4: told failed, completed, it answered absent | one of: playable',
  ],
]
