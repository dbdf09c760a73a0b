import type { Event } from '../../../../contracts/history.ts'
import { idAt, quoItem, start } from '../a-history.ts'
import {
  atReplies,
  dead,
  envoy,
  feather,
  file,
  osvi,
  plays,
  quo,
  quoTells,
  type Row,
  second,
  told,
  truth,
  url,
  voqo,
} from './vocabulary.ts'

type State = 'ready' | 'processing' | 'failed' | 'expired' | 'unknown' | 'deleted'

/** A call of two parts of which the first plays, as it was told and as it was answered. */
const twoParts = (status: string, state: State, between: readonly (readonly Event[])[] = []) => [
  quo.asked('look'),
  quo.api(
    quoTells(quoItem('s1', 'completed', url), quoItem('s2', status, status === 'completed' ? second : null)),
  ),
  ...between,
  quo.answered({ kind: 'playable', segments: [{ state: 'ready', url }, { state }] }),
]

const replies = (...ids: readonly string[]) =>
  ids.map((id) => ({ id, from: '+15550100', body: 'Yes', receivedAt: '2026-01-31T08:00:00.000Z' }))

const answeredReplies = (...ids: readonly string[]) =>
  replies(...ids).map((reply) => ({ ...reply, receivedAt: start }))

const toldReplies = voqo.api({ shortCode: idAt('voqo'), replies: replies('r1', 'r2') }, atReplies)

const elsewhere = (path: string, headers: Readonly<Record<string, string>> = {}): Event => ({
  kind: 'sent',
  at: start,
  request: 'elsewhere',
  during: ['a1'],
  role: 'elsewhere',
  method: 'GET',
  path,
  headers,
})

const refused = (status: number, answer = '') => osvi.storage(url, { status, answer })

/** Whoever tries a URL again that storage has refused, in an ask of its own. */
const triedAgain = (status: number, answer: string, again: string) => [
  osvi.asked('download'),
  osvi.api(told),
  refused(status, answer),
  osvi.answered({ kind: 'expired' }),
  osvi.asked('download', { ask: 'a2' }),
  osvi.storage(again, { ask: 'a2' }),
  osvi.answered(file(10), { ask: 'a2' }),
]

/** Rules on what each part of an answer is, and on what storage refused: each broken, and as close as can be not. */
export const partsAndRefusals: readonly Row[] = [
  {
    rule: 'only-a-ready-status-plays',
    vendor: 'quo',
    wrong: twoParts('processing', 'failed'),
    right: twoParts('processing', 'processing'),
  },
  {
    // With less trust than could be had, and not with more.
    rule: 'only-a-ready-status-plays',
    vendor: 'quo',
    wrong: twoParts('failed', 'unknown'),
    right: twoParts('completed', 'unknown'),
  },
  {
    rule: 'only-a-ready-status-plays',
    vendor: 'quo',
    wrong: twoParts('completed', 'expired'),
    right: twoParts('completed', 'expired', [quo.storage(second, { status: 403, answer: dead })]),
  },
  {
    // No page explains `stopped`.
    rule: 'only-a-ready-status-plays',
    vendor: 'quo',
    wrong: twoParts('deleted', 'failed'),
    right: twoParts('stopped', 'failed'),
  },
  {
    rule: 'only-a-ready-status-plays',
    vendor: 'quo',
    wrong: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'deleted', null))),
      quo.answered({ kind: 'deleted', segments: [{ state: 'failed' }] }),
    ],
    right: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'deleted', null), quoItem('s2', 'deleted', null))),
      quo.answered({ kind: 'deleted', segments: [{ state: 'failed' }] }),
    ],
  },
  {
    rule: 'a-null-url-is-not-playable',
    vendor: 'quo',
    wrong: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'completed', url), quoItem('s2', 'completed', null))),
      quo.answered({ kind: 'playable', segments: [{ state: 'ready', url }, { state: 'ready' }] }),
    ],
    right: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'completed', url), quoItem('s2', 'completed', null))),
      quo.answered({ kind: 'playable', segments: [{ state: 'ready', url }, { state: 'unknown' }] }),
    ],
  },
  {
    rule: 'never-leak-a-secret',
    vendor: 'osvi',
    wrong: [osvi.asked('look'), osvi.threw(`Cannot fetch ${url}`)],
    right: [osvi.asked('look'), osvi.threw('Cannot fetch')],
  },
  {
    rule: 'never-leak-a-secret',
    vendor: 'osvi',
    wrong: [
      osvi.asked('look'),
      osvi.answered({ kind: 'invalid-request', details: ['{key:default} is refused'] }),
    ],
    right: [osvi.asked('look'), osvi.answered({ kind: 'invalid-request', details: ['it is refused'] })],
  },
  {
    // What plays carries a signed URL: that is what it is for.
    rule: 'never-leak-a-secret',
    vendor: 'osvi',
    wrong: [osvi.asked('look'), [elsewhere(`https://tracker.test/?of={key:default}`)], osvi.answered(plays)],
    right: [osvi.asked('look'), [elsewhere('https://tracker.test/?of=c1')], osvi.answered(plays)],
  },
  {
    // A redirect was storage's own doing.
    rule: 'never-leak-a-secret',
    vendor: 'osvi',
    wrong: [osvi.asked('download'), [elsewhere(`https://cdn.test/?X-Amz-Signature={signature:1}`)]],
    right: [
      osvi.asked('download'),
      osvi.storage(url, {
        status: 302,
        answerHeaders: { location: 'https://cdn.test/?X-Amz-Signature={signature:1}' },
      }),
      [elsewhere('https://cdn.test/?X-Amz-Signature={signature:1}')],
      osvi.threw('no'),
    ],
  },
  {
    rule: 'drop-the-key-on-redirect',
    vendor: 'osvi',
    wrong: [
      osvi.asked('look'),
      osvi.api('', { status: 302, answerHeaders: { location: 'https://cdn.test/1' } }),
      [elsewhere('https://cdn.test/1', { 'api-token': '{key:default}' })],
    ],
    right: [
      osvi.asked('look'),
      osvi.api('', { status: 302, answerHeaders: { location: 'https://cdn.test/1' } }),
      [elsewhere('https://cdn.test/1')],
    ],
  },
  {
    rule: 'say-what-was-told',
    vendor: 'voqo',
    wrong: [
      voqo.asked('replies'),
      toldReplies,
      voqo.answered({ kind: 'replies', replies: answeredReplies('r2', 'r1') }),
    ],
    right: [
      voqo.asked('replies'),
      toldReplies,
      voqo.answered({ kind: 'replies', replies: answeredReplies('r1', 'r2') }),
    ],
  },
  {
    rule: 'believe-storage-over-the-clock',
    vendor: 'osvi',
    wrong: triedAgain(403, dead, url),
    right: triedAgain(403, dead, second),
  },
  {
    rule: 'believe-storage-over-the-clock',
    vendor: 'osvi',
    wrong: triedAgain(401, '', url),
    right: triedAgain(401, '', second),
  },
  {
    rule: 'believe-storage-over-the-clock',
    vendor: 'osvi',
    wrong: triedAgain(400, '<Code>ExpiredToken</Code>', url),
    right: triedAgain(400, '<Code>ExpiredToken</Code>', second),
  },
  {
    // Another part than the one that was asked for.
    rule: 'give-every-byte',
    vendor: 'quo',
    truths: [truth],
    wrong: [quo.asked('download', { segment: 1 }), quo.answered(file(10))],
    right: [quo.asked('download', { segment: 0 }), quo.answered(file(10))],
  },
  {
    rule: 'resume-where-it-stopped',
    vendor: 'osvi',
    truths: [truth],
    wrong: [
      osvi.asked('download'),
      osvi.api(told),
      osvi.storage(url, { how: 'reset', object: true }),
      osvi.storage(url, { headers: { range: 'bytes=5-' }, object: true, status: 206 }),
      osvi.answered(file(9)),
    ],
    right: [
      osvi.asked('download'),
      osvi.api(told),
      osvi.storage(url, { how: 'reset', object: true }),
      osvi.storage(url, { headers: { range: 'bytes=5-' }, object: true, status: 206 }),
      osvi.answered(file(10)),
    ],
  },
  {
    rule: 'retry-only-what-may-pass',
    vendor: 'feather',
    wrong: [
      feather.asked('look'),
      feather.api({}, { how: 'lost' }),
      feather.api({}, { how: 'lost' }),
      feather.answered({ kind: 'unavailable' }),
    ],
    right: [
      feather.asked('look'),
      feather.api({}, { how: 'lost' }),
      feather.api({}, { how: 'lost', at: 500 }),
      feather.answered({ kind: 'unavailable' }, { at: 500 }),
    ],
  },
  {
    rule: 'tolerate-additions',
    vendor: 'envoy',
    wrong: [
      envoy.asked('look'),
      envoy.api({ success: true, calls: [{ list: [{ brand_new: 1 }] }] }, { status: 404 }),
      envoy.threw('what is brand_new?'),
    ],
    right: [
      envoy.asked('look'),
      envoy.api({ success: true, calls: [{ list: [{ brand_new: 1 }] }] }, { status: 404 }),
      envoy.answered({ kind: 'not-found' }),
    ],
  },
  {
    rule: 'one-unit-of-duration',
    vendor: 'feather',
    wrong: [
      feather.asked('look'),
      feather.api({ url, expires_in: 900, duration_ms: 61_500, status: 'ready' }),
      feather.answered({ kind: 'playable', segments: [{ state: 'ready', url, durationSeconds: 61_500 }] }),
    ],
    right: [
      feather.asked('look'),
      feather.api({ url, expires_in: 900, duration_ms: 61_500, status: 'ready' }),
      feather.answered({ kind: 'playable', segments: [{ state: 'ready', url, durationSeconds: 61.5 }] }),
    ],
  },
]
