import { idAt, playing, quoItem, urlOf } from '../a-history.ts'
import {
  atReplies,
  dead,
  envoy,
  feather,
  gone,
  logged,
  noReplies,
  osvi,
  plays,
  quo,
  quoTells,
  type Row,
  told,
  url,
  voqo,
} from './vocabulary.ts'

/** Rules from keep-every-segment-in-order to retry-only-what-may-pass: each with a history that breaks it and one that does not. */
export const statusesAndRetries: readonly Row[] = [
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
    // Who trusts no missing status finds nothing that plays, and says so of each.
    rule: 'report-each-segments-own-state',
    vendor: 'quo',
    wrong: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'failed', null), quoItem('s2', null, url))),
      quo.answered({ kind: 'failed', segments: [{ state: 'failed' }, { state: 'failed' }] }),
    ],
    right: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'failed', null), quoItem('s2', null, url))),
      quo.answered({ kind: 'failed', segments: [{ state: 'failed' }, { state: 'unknown' }] }),
    ],
  },
  {
    // No page explains `stopped`: that it is unknown is fair.
    rule: 'only-a-ready-status-plays',
    vendor: 'quo',
    wrong: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'stopped', null))),
      quo.answered({ kind: 'deleted' }),
    ],
    right: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'stopped', null))),
      quo.answered({ kind: 'unknown' }),
    ],
  },
  {
    // The new URL stands beside no status: one may conclude that there is nothing to try.
    rule: 'refresh-when-the-url-has-died',
    vendor: 'quo',
    wrong: [
      quo.asked('download'),
      quo.api(quoTells(quoItem('s1', 'completed', url))),
      quo.storage(url, { status: 403, answer: dead }),
      quo.api(quoTells(quoItem('s1', 'completed', urlOf(2)))),
      quo.answered({ kind: 'unknown' }),
    ],
    right: [
      quo.asked('download'),
      quo.api(quoTells(quoItem('s1', 'completed', url))),
      quo.storage(url, { status: 403, answer: dead }),
      quo.api(quoTells(quoItem('s1', null, urlOf(2)))),
      quo.answered({ kind: 'unknown' }),
    ],
  },
  {
    // A refusal whose body the client did not wait for is none to a stack that tells of both together.
    rule: 'refresh-when-the-url-has-died',
    vendor: 'quo',
    wrong: [
      quo.asked('download'),
      quo.api(quoTells(quoItem('s1', 'completed', url))),
      ...[1, 2, 3, 4].map(() => quo.storage(url, { status: 403, answer: dead })),
      quo.api(quoTells(quoItem('s1', 'completed', url))),
      quo.answered({ kind: 'expired' }),
    ],
    right: [
      quo.asked('download'),
      quo.api(quoTells(quoItem('s1', 'completed', url))),
      quo.storage(url, { status: 403, answer: dead, how: 'aborted' }),
      ...[1, 2, 3].map(() => quo.storage(url, { status: 403, answer: dead })),
      quo.api(quoTells(quoItem('s1', 'completed', url))),
      quo.answered({ kind: 'expired' }),
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
    rule: 'poll-with-bounds',
    vendor: 'quo',
    wrong: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'processing', null))),
      quo.api(quoTells(quoItem('s1', 'completed', url)), { at: 1000 }),
      quo.api(quoTells(quoItem('s1', 'completed', url)), { at: 2000 }),
      quo.answered(playing(url), { at: 2000 }),
    ],
    right: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'processing', null))),
      quo.api(quoTells(quoItem('s1', 'completed', url)), { at: 1000 }),
      quo.answered(playing(url), { at: 1000 }),
    ],
  },
  // One part plays: polling may go on for another that is still to come, and not for one that never will.
  {
    rule: 'poll-with-bounds',
    vendor: 'quo',
    wrong: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'processing', null), quoItem('s2', 'deleted', null))),
      quo.api(quoTells(quoItem('s1', 'completed', url), quoItem('s2', 'deleted', null)), { at: 1000 }),
      quo.api(quoTells(quoItem('s1', 'completed', url), quoItem('s2', 'deleted', null)), { at: 2000 }),
    ],
    right: [
      quo.asked('look'),
      quo.api(quoTells(quoItem('s1', 'processing', null), quoItem('s2', 'processing', null))),
      quo.api(quoTells(quoItem('s1', 'completed', url), quoItem('s2', 'processing', null)), { at: 1000 }),
      quo.api(quoTells(quoItem('s1', 'completed', url), quoItem('s2', 'processing', null)), { at: 2000 }),
      quo.answered(playing(url), { at: 2000 }),
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
    rule: 'replies-outlive-the-recording',
    vendor: 'voqo',
    wrong: [voqo.asked('look'), voqo.api(gone), voqo.answered({ kind: 'not-found' })],
    right: [voqo.asked('look'), voqo.api(gone), voqo.answered({ kind: 'unavailable' })],
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
]
