import { idAt, playing, start } from '../../a-history.ts'
import {
  atReplies,
  dead,
  envoy,
  feather,
  file,
  gone,
  type Moments,
  noReplies,
  osvi,
  plays,
  told,
  url,
  voqo,
} from '../vocabulary.ts'
import { atQuo } from './at-quo.ts'
import { absent, expired, fetched, look, notFound, replied, unavailable, unknown } from './short.ts'

const available = { recording_status: 'AVAILABLE', url, expires_at: new Date(start + 900_000).toISOString() }
const ready = { url, expires_in: 900, duration_ms: 30_000, status: 'ready' }
const code = { shortCode: idAt('voqo'), recording: { status: 'available', url } }

/** Short histories of every kind of answer and end, by vendor and name. */
export const ordinary: Readonly<Record<string, Readonly<Record<string, Moments>>>> = {
  quo: atQuo,
  osvi: {
    plays: look(osvi, told, plays),
    'plays, told without an end': look(osvi, told, playing(url)),
    'plays, told with an end a second early': look(osvi, told, playing(url, { expiresAt: start + 899_000 })),
    'plays, told with an end a little early': look(osvi, told, playing(url, { expiresAt: start + 899_001 })),
    'plays, told with an end a little late': look(osvi, told, playing(url, { expiresAt: start + 900_001 })),
    'plays, for a time untold': look(
      osvi,
      { success: true, data: { call_id: idAt('osvi'), recording_url: url } },
      plays,
    ),
    'plays, and more is told': look(osvi, { ...told, list: [{ added: 1 }] }, plays),
    'plays, and more is told, cut off': look(osvi, { ...told, added: 1 }, unavailable, { how: 'truncated' }),
    'no success': look(osvi, { ...told, success: false }, unknown),
    'no success in an error': look(osvi, { success: false, error: 'call_not_found' }, notFound, {
      status: 404,
    }),
    'no success, cut off': look(osvi, { ...told, success: false }, unavailable, { how: 'truncated' }),
    'success without data': look(osvi, { success: true }, unknown),
    'nothing is there': look(osvi, { error: 'recording_not_available' }, absent, { status: 404 }),
    'a list': look(osvi, [1], unknown),
    'a refused id': look(
      osvi,
      { errors: ['no UUID'] },
      { kind: 'invalid-request', details: ['no UUID'] },
      {
        status: 422,
      },
    ),
    downloaded: fetched(osvi, told, file(10)),
    'downloaded, lost': fetched(osvi, told, unavailable, { how: 'lost' }),
    'downloaded, refused': fetched(osvi, told, expired, { status: 403, answer: dead }),
    'downloaded, refused for nothing': fetched(
      osvi,
      told,
      { kind: 'forbidden' },
      { status: 403, answer: '' },
    ),
    'downloaded with HEAD': fetched(osvi, told, file(10), { method: 'HEAD' }),
    'downloaded with the key': fetched(osvi, told, file(10), { headers: { 'api-token': '{key:default}' } }),
  },
  envoy: {
    plays: look(envoy, available, playing(url, { expiresAt: start + 900_000 })),
    'plays, told twice as long': look(envoy, available, playing(url, { expiresAt: start + 1_800_000 })),
    'a new word': look(envoy, { ...available, recording_status: 'PURGED' }, unknown),
    'no word': look(envoy, { url }, unknown),
    'AVAILABLE, and nothing there': look(envoy, { recording_status: 'AVAILABLE' }, unknown),
    'plays without a length': look(envoy, { ...available, duration_seconds: null }, playing(url)),
    'plays without a length, told with one': look(
      envoy,
      { ...available, duration_seconds: null },
      playing(url, { durationSeconds: 30 }),
    ),
    '429': look(envoy, {}, { kind: 'rate-limited' }, { status: 429 }),
  },
  feather: {
    plays: look(feather, ready, playing(url, { durationSeconds: 30 })),
    'plays, told without a length': look(feather, ready, playing(url)),
    'plays, told with a length a second off': look(feather, ready, playing(url, { durationSeconds: 31 })),
    'plays without a length, told with one': look(
      feather,
      { ...ready, duration_ms: null },
      playing(url, { durationSeconds: 30 }),
    ),
    'no URL': look(feather, { ...ready, url: null }, unknown),
    'the key of another scheme': look(feather, ready, playing(url), {
      headers: { 'x-api-key': 'Bearer {key:default}' },
    }),
  },
  voqo: {
    plays: look(voqo, code, playing(url)),
    'its source is gone': look(voqo, gone, expired),
    'its source is gone, told as playable': look(voqo, gone, playing(url)),
    'its source is gone, cut off': look(voqo, gone, notFound, { how: 'truncated' }),
    'its source is gone, in an error': look(voqo, gone, notFound, { status: 404 }),
    'unknown, told as absent': look(voqo, {}, absent, { status: 404 }),
    'unknown, told as expired': look(voqo, {}, expired, { status: 404 }),
    'unknown, cut off': look(voqo, {}, unavailable, { status: 404, how: 'truncated' }),
    'no replies': [voqo.asked('replies'), voqo.api(noReplies, atReplies), voqo.answered(replied)],
    'no replies, and threw': [voqo.asked('replies'), voqo.api(noReplies, atReplies), voqo.threw('no')],
    'replies to an unknown one': [
      voqo.asked('replies'),
      voqo.api({}, { ...atReplies, status: 404 }),
      voqo.answered(replied),
    ],
    'replies of what plays': [
      voqo.asked('replies'),
      voqo.api(code),
      voqo.api(noReplies, atReplies),
      voqo.answered(replied),
    ],
    'replies, with the source gone and an outage': [
      voqo.asked('replies'),
      voqo.api(gone),
      voqo.api({}, { ...atReplies, status: 500 }),
      voqo.answered(unavailable),
    ],
  },
}
