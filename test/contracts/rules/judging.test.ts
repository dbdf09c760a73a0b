import { describe, expect, test } from 'vitest'
import type { Event, Truth } from '../../../contracts/history.ts'
import { historyAt, idAt, judged, osviPlays, pathAt, playing, quoItem, start, urlOf } from './a-history.ts'

type Moments = readonly (readonly Event[])[]

/** A rule with a history that breaks it and one, as close as can be, that does not. */
interface Row {
  readonly rule: string
  readonly vendor: string
  readonly wrong: Moments
  readonly right: Moments
  readonly truths?: readonly Truth[]
}

const osvi = historyAt('osvi')
const quo = historyAt('quo')
const envoy = historyAt('envoy')
const feather = historyAt('feather')
const voqo = historyAt('voqo')

const url = urlOf(1)
const told = osviPlays(url)
const plays = playing(url, { expiresAt: start + 900_000 })
const dead = '<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>'
const gone = { shortCode: idAt('voqo'), recording: { status: 'unavailable', url: null } }
const noReplies = { shortCode: idAt('voqo'), replies: [] }
const atReplies = { path: pathAt('voqo', idAt('voqo'), 'replies') }
const quoTells = (...items: readonly ReturnType<typeof quoItem>[]) => ({ data: items })
const truth: Truth = { call: 'c1', segment: 0, from: 0, length: 10, sha256: 'ab' }
const file = (length: number, from = 0) => ({
  kind: 'downloaded' as const,
  from,
  length,
  sha256: 'ab',
  contentType: 'audio/mpeg',
})
const hung: Event = { kind: 'hung', at: start + 3_600_000, ask: 'a1' }
const cancelled: Event = { kind: 'cancelled', at: start, ask: 'a1' }
const logged = (text: string): Event => ({ kind: 'logged', at: start, text })

const rows: readonly Row[] = [
  {
    rule: 'ask-with-the-vendors-own-key',
    vendor: 'quo',
    wrong: [quo.asked('look'), quo.api({}, { headers: { authorization: 'Bearer {key:default}' } })],
    right: [quo.asked('look'), quo.api({}, { headers: { authorization: '{key:default}' } })],
  },
  {
    rule: 'ask-with-the-vendors-own-key',
    vendor: 'osvi',
    wrong: [osvi.asked('look'), osvi.api({}, { headers: {} })],
    right: [osvi.asked('look'), osvi.api({})],
  },
  {
    rule: 'never-send-the-key-to-storage',
    vendor: 'osvi',
    wrong: [
      osvi.asked('download'),
      osvi.api(told),
      osvi.storage(url, { headers: { 'x-organization-id': 'acme' } }),
    ],
    right: [osvi.asked('download'), osvi.api(told), osvi.storage(url, { headers: { range: 'bytes=0-' } })],
  },
  {
    rule: 'drop-the-key-on-redirect',
    vendor: 'osvi',
    wrong: [
      osvi.asked('look'),
      osvi.api('', { status: 302, answerHeaders: { location: '{storage}/x' } }),
      osvi.storage('{storage}/x', { status: 403, answer: '', headers: { 'api-token': '{key:default}' } }),
    ],
    right: [
      osvi.asked('look'),
      osvi.api('', { status: 302, answerHeaders: { location: '{storage}/x' } }),
      osvi.storage('{storage}/x', { status: 403, answer: '' }),
    ],
  },
  {
    rule: 'escape-the-id',
    vendor: 'quo',
    wrong: [quo.asked('look', { id: 'AC1/../../contacts' }), quo.api({}, { path: '/v1/contacts' })],
    right: [
      quo.asked('look', { id: 'AC1/../../contacts' }),
      quo.api({}, { path: '/v1/call-recordings/AC1%2F..%2F..%2Fcontacts' }),
    ],
  },
  {
    rule: 'use-the-url-byte-for-byte',
    vendor: 'osvi',
    wrong: [osvi.asked('download'), osvi.api(told), osvi.storage(`${url}&fresh=1`)],
    right: [osvi.asked('download'), osvi.api(told), osvi.storage(url)],
  },
  {
    rule: 'get-never-head',
    vendor: 'osvi',
    wrong: [osvi.storage(url, { method: 'HEAD' })],
    right: [osvi.storage(url, { headers: { range: 'bytes=0-0' } })],
  },
  {
    rule: 'never-hand-out-a-dead-url',
    vendor: 'osvi',
    wrong: [
      osvi.asked('look'),
      osvi.api(told),
      osvi.answered(plays),
      osvi.asked('look', { ask: 'a2', at: 900_000 }),
      osvi.answered(plays, { ask: 'a2', at: 900_000 }),
    ],
    right: [
      osvi.asked('look'),
      osvi.api(told),
      osvi.answered(plays),
      osvi.asked('look', { ask: 'a2', at: 899_999 }),
      osvi.answered(plays, { ask: 'a2', at: 899_999 }),
    ],
  },
  {
    rule: 'never-hand-out-a-dead-url',
    vendor: 'quo',
    wrong: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'completed', url))),
      quo.answered(playing(url)),
      quo.asked('look', { ask: 'a2', at: 1 }),
      quo.answered(playing(url), { ask: 'a2', at: 1 }),
    ],
    right: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'completed', url))),
      quo.answered(playing(url)),
    ],
  },
  {
    rule: 'read-the-lifetime',
    vendor: 'osvi',
    wrong: [osvi.asked('look'), osvi.api(osviPlays(url, 60)), osvi.answered(plays)],
    right: [
      osvi.asked('look'),
      osvi.api(osviPlays(url, 60)),
      osvi.answered(playing(url, { expiresAt: start + 60_000 })),
    ],
  },
  {
    rule: 'refresh-when-the-url-has-died',
    vendor: 'osvi',
    wrong: [
      osvi.asked('download'),
      osvi.api(told),
      osvi.storage(url, { status: 403, answer: dead }),
      osvi.answered({ kind: 'expired' }),
    ],
    right: [
      osvi.asked('download'),
      osvi.api(told),
      osvi.storage(url, { status: 403, answer: dead }),
      osvi.api(told),
      osvi.storage(url, { status: 403, answer: dead }),
      osvi.answered({ kind: 'expired' }),
    ],
  },
  {
    rule: 'believe-storage-over-the-clock',
    vendor: 'osvi',
    wrong: [
      osvi.asked('download'),
      osvi.api(told),
      osvi.storage(url, { status: 403, answer: dead }),
      osvi.answered({ kind: 'expired' }),
      osvi.asked('look', { ask: 'a2' }),
      osvi.answered(plays, { ask: 'a2' }),
    ],
    right: [
      osvi.asked('download'),
      osvi.api(told),
      osvi.storage(url, { status: 403, answer: dead }),
      osvi.answered({ kind: 'expired' }),
      osvi.asked('look', { ask: 'a2' }),
      osvi.api(told, { ask: 'a2' }),
      osvi.answered(plays, { ask: 'a2' }),
    ],
  },
  {
    rule: 'a-null-url-is-not-playable',
    vendor: 'quo',
    wrong: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'completed', null))),
      quo.answered({ kind: 'playable', segments: [{ state: 'ready' }] }),
    ],
    right: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'completed', null))),
      quo.answered({ kind: 'unknown' }),
    ],
  },
  {
    rule: 'only-a-ready-status-plays',
    vendor: 'quo',
    wrong: [quo.asked('look'), quo.api(quoTells(quoItem('s1', 'paused', url))), quo.answered(playing(url))],
    right: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'paused', url))),
      quo.answered({ kind: 'processing' }),
    ],
  },
  {
    rule: 'survive-an-unknown-status',
    vendor: 'quo',
    wrong: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'archived', null))),
      quo.threw('no such status'),
    ],
    right: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'archived', null))),
      quo.answered({ kind: 'unknown' }),
    ],
  },
  {
    rule: 'an-empty-list-is-an-absence',
    vendor: 'quo',
    wrong: [quo.asked('look'), quo.api({ data: [] }), quo.answered({ kind: 'not-found' })],
    right: [quo.asked('look'), quo.api({ data: [] }), quo.answered({ kind: 'absent' })],
  },
  {
    rule: 'keep-every-segment-in-order',
    vendor: 'quo',
    wrong: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'completed', url), quoItem('s2', 'completed', urlOf(2)))),
      quo.answered(playing(url, { id: 's1' })),
    ],
    right: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'completed', url), quoItem('s2', 'completed', urlOf(2)))),
      quo.answered({
        kind: 'playable',
        segments: [
          { id: 's1', state: 'ready', url },
          { id: 's2', state: 'ready', url: urlOf(2) },
        ],
      }),
    ],
  },
  {
    rule: 'report-each-segments-own-state',
    vendor: 'quo',
    wrong: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'failed', null), quoItem('s2', 'completed', url))),
      quo.answered({ kind: 'playable', segments: [{ state: 'ready' }, { state: 'ready', url }] }),
    ],
    right: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'failed', null), quoItem('s2', 'completed', url))),
      quo.answered({ kind: 'playable', segments: [{ state: 'failed' }, { state: 'ready', url }] }),
    ],
  },
  {
    rule: 'poll-with-bounds',
    vendor: 'quo',
    wrong: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'processing', null))),
      quo.api(quoTells(quoItem('s1', 'processing', null))),
      quo.answered({ kind: 'processing' }),
    ],
    right: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'processing', null))),
      quo.api(quoTells(quoItem('s1', 'processing', null)), { at: 1000 }),
      quo.answered({ kind: 'processing' }, { at: 1000 }),
    ],
  },
  {
    rule: 'final-is-final',
    vendor: 'quo',
    wrong: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'deleted', null))),
      quo.api(quoTells(quoItem('s1', 'deleted', null)), { at: 1000 }),
    ],
    right: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'deleted', null))),
      quo.answered({ kind: 'deleted' }),
    ],
  },
  {
    rule: 'tell-absent-from-not-found',
    vendor: 'quo',
    wrong: [quo.asked('look'), quo.api({}, { status: 404 }), quo.answered({ kind: 'absent' })],
    right: [quo.asked('look'), quo.api({}, { status: 404 }), quo.answered({ kind: 'not-found' })],
  },
  {
    rule: 'tell-missing-from-broken',
    vendor: 'envoy',
    wrong: [envoy.asked('look'), envoy.api({}, { how: 'lost' }), envoy.answered({ kind: 'not-found' })],
    right: [envoy.asked('look'), envoy.api({}, { how: 'lost' }), envoy.answered({ kind: 'unavailable' })],
  },
  {
    rule: 'honour-success-false',
    vendor: 'osvi',
    wrong: [osvi.asked('look'), osvi.api({ ...told, success: false }), osvi.answered(plays)],
    right: [osvi.asked('look'), osvi.api({ ...told, success: false }), osvi.answered({ kind: 'unknown' })],
  },
  {
    rule: 'an-unknown-code-is-not-found',
    vendor: 'voqo',
    wrong: [voqo.asked('look'), voqo.api({}, { status: 404 }), voqo.answered({ kind: 'unavailable' })],
    right: [voqo.asked('look'), voqo.api({}, { status: 404 }), voqo.answered({ kind: 'not-found' })],
  },
  {
    rule: 'replies-outlive-the-recording',
    vendor: 'voqo',
    wrong: [voqo.asked('replies'), voqo.api(gone), voqo.answered({ kind: 'expired' })],
    right: [
      voqo.asked('replies'),
      voqo.api(gone),
      voqo.api(noReplies, atReplies),
      voqo.answered({ kind: 'replies', replies: [] }),
    ],
  },
  {
    rule: 'no-replies-is-normal',
    vendor: 'voqo',
    wrong: [voqo.asked('replies'), voqo.api(noReplies, atReplies), voqo.answered({ kind: 'not-found' })],
    right: [
      voqo.asked('replies'),
      voqo.api(noReplies, atReplies),
      voqo.answered({ kind: 'replies', replies: [] }),
    ],
  },
  {
    rule: 'log-code-and-time',
    vendor: 'voqo',
    wrong: [voqo.asked('look'), [logged('lookup failed')], voqo.answered({ kind: 'unavailable' })],
    right: [
      voqo.asked('look'),
      [logged(`2026-01-31T09:00:00Z ${idAt('voqo')} failed`)],
      voqo.answered({ kind: 'unavailable' }),
    ],
  },
  {
    rule: 'a-rejected-key-stays-rejected',
    vendor: 'feather',
    wrong: [
      feather.asked('look'),
      feather.api({}, { status: 401 }),
      feather.api({}, { status: 401, at: 1000 }),
      feather.answered({ kind: 'unauthorized' }, { at: 1000 }),
    ],
    right: [
      feather.asked('look'),
      feather.api({}, { status: 401 }),
      feather.answered({ kind: 'unauthorized' }),
    ],
  },
  {
    rule: 'api-403-is-not-an-expired-url',
    vendor: 'envoy',
    wrong: [envoy.asked('look'), envoy.api({}, { status: 403 }), envoy.answered({ kind: 'expired' })],
    right: [envoy.asked('look'), envoy.api({}, { status: 403 }), envoy.answered({ kind: 'forbidden' })],
  },
  {
    rule: 'wait-as-told',
    vendor: 'feather',
    wrong: [
      feather.asked('look'),
      feather.api({ retry_after: 30 }, { status: 429 }),
      feather.api({}, { status: 429, at: 29_999 }),
    ],
    right: [
      feather.asked('look'),
      feather.api({ retry_after: 30 }, { status: 429 }),
      feather.api({}, { status: 429, at: 30_000 }),
    ],
  },
  {
    rule: 'retry-only-what-may-pass',
    vendor: 'quo',
    wrong: [quo.asked('look'), quo.api({}, { status: 500 }), quo.api({}, { status: 500 })],
    right: [quo.asked('look'), quo.api({}, { status: 500 }), quo.api({}, { status: 500, at: 1 })],
  },
  {
    rule: 'retry-only-what-may-pass',
    vendor: 'quo',
    wrong: [quo.asked('look'), quo.api({}, { status: 404 }), quo.api({}, { status: 404, at: 1000 })],
    right: [quo.asked('look'), quo.api({}, { status: 404 }), quo.answered({ kind: 'not-found' })],
  },
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

/** A request that stays open has no end of its own in the table: the settled event that follows is its end. */
const joined = (moments: Moments): Moments => {
  const events = moments.flat()
  const last = events.findLast((event) => event.kind === 'sent')
  return [
    events.map((event) =>
      event.kind === 'settled' && event.request === 'open' && last
        ? { ...event, request: last.request }
        : event,
    ),
  ]
}

describe('each rule, on histories written by hand', () => {
  for (const [index, { rule, vendor, wrong, right, truths }] of rows.entries()) {
    test(`${rule} finds the fault and only the fault (${vendor}, row ${index})`, () => {
      expect(judged(rule, vendor, joined(wrong), truths)).toMatchObject({ wrong: 1 })
      const fine = judged(rule, vendor, joined(right), truths)
      expect(fine.wrong).toBe(0)
      expect(fine.judged).toBeGreaterThan(0)
    })
  }
})
