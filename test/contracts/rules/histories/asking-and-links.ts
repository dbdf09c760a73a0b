import { osviPlays, pathAt, playing, quoItem, start } from '../a-history.ts'
import { dead, osvi, plays, quo, quoTells, type Row, told, url } from './vocabulary.ts'

/** Rules from ask-with-the-vendors-own-key to an-empty-list-is-an-absence: each with a history that breaks it and one that does not. */
export const askingAndLinks: readonly Row[] = [
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
    rule: 'ask-with-the-vendors-own-key',
    vendor: 'osvi',
    wrong: [osvi.asked('look'), osvi.api({}, { path: `${pathAt('osvi')}?key={key:default}` })],
    right: [osvi.asked('look'), osvi.api({}, { path: `${pathAt('osvi')}?key=none` })],
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
]
