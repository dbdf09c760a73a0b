import { osviPlays, playing, quoItem, start, urlOf } from '../a-history.ts'
import {
  cancelled,
  feather,
  file,
  hung,
  logged,
  osvi,
  plays,
  quo,
  quoTells,
  type Row,
  told,
  truth,
  url,
} from './vocabulary.ts'

/** Rules from end-in-bounded-time to say-what-was-told: each with a history that breaks it and one that does not. */
export const endsAndWords: readonly Row[] = [
  {
    rule: 'end-in-bounded-time',
    vendor: 'quo',
    wrong: [quo.asked('look'), quo.api({}, { how: 'lost' }), [hung]],
    right: [
      quo.asked('look'),
      quo.api({}, { how: 'lost' }),
      quo.answered({ kind: 'unavailable' }, { at: 10_000 }),
    ],
  },
  {
    rule: 'surface-validation-details',
    vendor: 'osvi',
    wrong: [
      osvi.asked('look'),
      osvi.api({ errors: ['id must be a UUID'] }, { status: 422 }),
      osvi.answered({ kind: 'invalid-request', details: [] }),
    ],
    right: [
      osvi.asked('look'),
      osvi.api({ errors: ['id must be a UUID'] }, { status: 422 }),
      osvi.answered({ kind: 'invalid-request', details: ['/id: id must be a UUID'] }),
    ],
  },
  {
    rule: 'survive-any-error-body',
    vendor: 'quo',
    wrong: [quo.asked('look'), quo.api('<html>', { status: 502 }), quo.threw('Unexpected token <')],
    right: [quo.asked('look'), quo.api('<html>', { status: 502 }), quo.answered({ kind: 'unavailable' })],
  },
  {
    rule: 'tolerate-additions',
    vendor: 'osvi',
    wrong: [osvi.asked('look'), osvi.api({ ...told, added: 1 }), osvi.answered({ kind: 'unavailable' })],
    right: [osvi.asked('look'), osvi.api({ ...told, added: 1 }), osvi.answered(plays)],
  },
  {
    rule: 'tolerate-null-metadata',
    vendor: 'quo',
    wrong: [
      quo.asked('look'),
      quo.api(quoTells({ ...quoItem('s1', 'completed', url), duration: null as never })),
      quo.answered(playing(url, { durationSeconds: 0 })),
    ],
    right: [
      quo.asked('look'),
      quo.api(quoTells({ ...quoItem('s1', 'completed', url), duration: null as never })),
      quo.answered(playing(url)),
    ],
  },
  {
    rule: 'one-unit-of-duration',
    vendor: 'feather',
    wrong: [
      feather.asked('look'),
      feather.api({ url, expires_in: 900, duration_ms: 61_500, status: 'ready' }),
      feather.answered(playing(url, { durationSeconds: 61_500 })),
    ],
    right: [
      feather.asked('look'),
      feather.api({ url, expires_in: 900, duration_ms: 61_500, status: 'ready' }),
      feather.answered(playing(url, { durationSeconds: 62 })),
    ],
  },
  {
    rule: 'give-every-byte',
    vendor: 'osvi',
    wrong: [osvi.asked('download'), osvi.answered(file(5))],
    right: [osvi.asked('download'), osvi.answered(file(10))],
    truths: [truth],
  },
  {
    rule: 'resume-where-it-stopped',
    vendor: 'osvi',
    wrong: [osvi.asked('download', { from: 4 }), osvi.answered(file(7, 4))],
    right: [osvi.asked('download', { from: 4 }), osvi.answered(file(6, 4))],
    truths: [{ ...truth, from: 4, length: 6 }],
  },
  {
    rule: 'let-an-open-stream-finish',
    vendor: 'osvi',
    wrong: [
      osvi.asked('download'),
      osvi.api(osviPlays(urlOf(1, 0, 77), 77)),
      osvi.storage(urlOf(1, 0, 77), { took: 0 }).filter(({ kind }) => kind !== 'settled'),
      [{ kind: 'settled', at: start + 77_000, request: 'open', how: 'aborted' }],
    ],
    right: [
      osvi.asked('download'),
      osvi.api(osviPlays(urlOf(1, 0, 77), 77)),
      osvi.storage(urlOf(1, 0, 77), { took: 0 }).filter(({ kind }) => kind !== 'settled'),
      [{ kind: 'settled', at: start + 240_000, request: 'open', how: 'complete' }],
    ],
  },
  {
    rule: 'refresh-once-for-all',
    vendor: 'quo',
    wrong: [
      quo.asked('look'),
      quo.api({}).slice(0, 1),
      quo.asked('look', { ask: 'a2' }),
      quo.api({}, { ask: 'a2' }),
    ],
    right: [quo.asked('look'), quo.api({}).slice(0, 1), quo.asked('look', { ask: 'a2' })],
  },
  {
    rule: 'refresh-once-for-all',
    vendor: 'quo',
    wrong: [
      quo.asked('look'),
      quo.api({}).slice(0, 1),
      quo.asked('download', { ask: 'a2' }),
      quo.api({}, { ask: 'a2' }),
    ],
    right: [quo.asked('look'), quo.api({}).slice(0, 1), quo.asked('download', { ask: 'a2' })],
  },
  {
    rule: 'never-leak-a-secret',
    vendor: 'quo',
    wrong: [[logged(`played ${url}`)]],
    right: [[logged('played c1')]],
  },
  {
    rule: 'play-only-media',
    vendor: 'osvi',
    wrong: [
      osvi.asked('download'),
      osvi.api(told),
      osvi.storage(url, { answer: '<html>' }),
      osvi.answered(file(6)),
    ],
    right: [
      osvi.asked('download'),
      osvi.api(told),
      osvi.storage(url, { answer: '<html>' }),
      osvi.answered({ kind: 'unavailable' }),
    ],
  },
  {
    rule: 'keep-accounts-apart',
    vendor: 'osvi',
    wrong: [
      osvi.asked('look'),
      osvi.api(told),
      osvi.answered(plays),
      osvi.asked('look', { ask: 'a2', account: 'foreign' }),
      osvi.answered(plays, { ask: 'a2' }),
    ],
    right: [
      osvi.asked('look'),
      osvi.api(told),
      osvi.answered(plays),
      osvi.asked('look', { ask: 'a2', account: 'foreign' }),
      osvi.api({}, { ask: 'a2', account: 'foreign', status: 404 }),
      osvi.answered({ kind: 'not-found' }, { ask: 'a2' }),
    ],
  },
  {
    rule: 'stop-when-cancelled',
    vendor: 'quo',
    wrong: [quo.asked('look'), [cancelled], quo.api({})],
    right: [quo.asked('look'), quo.api({}), [cancelled], quo.threw('This operation was aborted')],
  },
  {
    rule: 'say-what-was-told',
    vendor: 'osvi',
    wrong: [osvi.asked('look'), osvi.api(told), osvi.answered({ kind: 'processing' })],
    right: [osvi.asked('look'), osvi.api(told), osvi.answered(plays)],
  },
  {
    rule: 'say-what-was-told',
    vendor: 'osvi',
    wrong: [osvi.asked('look'), osvi.api(told), osvi.answered(playing(urlOf(9)))],
    right: [osvi.asked('look'), osvi.api(told), osvi.answered(plays)],
  },
]
