import { describe, expect, test } from 'vitest'
import { voqo } from '../../../mocks/vendors/voqo.ts'
import type { OutcomeKind } from '../../../mocks/world/outcome.ts'
import { said } from './said.ts'

const now = 1_769_850_000_000

describe('Voqo says', () => {
  test('a recording that plays, without telling for how long', () => {
    expect(said('voqo', 'playable')).toMatchObject({
      status: 200,
      body: {
        shortCode: 'playable',
        recording: {
          status: 'available',
          url: expect.stringContaining('/voqo-recordings/default/playable/'),
          contentType: 'audio/mp4',
          durationSeconds: 90,
          startedAt: '2026-01-31T08:00:00.000Z',
        },
      },
    })
  })

  test.each(['processing', 'deleted', 'failed', 'absent', 'expired'] as const)(
    'one word, unavailable, of a recording that is %s',
    (ref) => {
      expect(said('voqo', ref)).toMatchObject({
        status: 200,
        body: { recording: { status: 'unavailable', url: null } },
      })
    },
  )

  test('replies, which outlive the recording', () => {
    expect(said('voqo', 'expired', 'replies').body).toEqual({
      shortCode: 'expired',
      replies: [
        {
          id: 'SM1',
          from: '+15550100001',
          body: 'Thanks for calling back!',
          receivedAt: '2026-01-31T08:20:00.000Z',
        },
      ],
    })
  })

  test('an empty list where nobody has replied, and 404 where there is no such code', () => {
    expect(said('voqo', 'absent', 'replies')).toMatchObject({ status: 200, body: { replies: [] } })
    expect(said('voqo', 'missing', 'replies')).toMatchObject({
      status: 404,
      body: { error: { code: 'not_found' } },
    })
  })

  test('every account’s calls to everybody: short codes are public', () => {
    expect(said('voqo', 'foreign')).toMatchObject({
      status: 200,
      body: { recording: { status: 'available' } },
    })
  })
})

const answered = (json: unknown, status = 200) => ({ status, headers: {}, body: JSON.stringify(json) })

describe('Voqo is understood', () => {
  test.each<[string, unknown, OutcomeKind]>([
    [
      'a recording that plays',
      { recording: { status: 'available', url: 'https://storage.test/1' } },
      'playable',
    ],
    ['one whose source is gone', { recording: { status: 'unavailable', url: null } }, 'expired'],
    [
      'a link under another word',
      { recording: { status: 'archived', url: 'https://storage.test/1' } },
      'playable',
    ],
    ['no recording in the context', { shortCode: 'x' }, 'unavailable'],
  ])('%s', (_, json, wanted) => {
    expect(voqo.decode(answered(json), now).outcome.kind).toBe(wanted)
  })

  test('replies, those left out that are none', () => {
    const reply = { id: 'r1', from: '+1', body: '', receivedAt: '2026-01-31T09:00:00Z' }
    const replies = [reply, { ...reply, id: 2 }, null, { ...reply, receivedAt: 'today' }]
    expect(voqo.decodeReplies(answered({ replies }), now).outcome).toEqual({
      kind: 'replies',
      replies: [{ ...reply, receivedAt: now }],
    })
  })

  test.each<[unknown, number, string]>([
    [{ replies: 'none' }, 200, 'unavailable'],
    [{}, 404, 'not-found'],
    [{}, 503, 'unavailable'],
  ])('replies that are not answered: %j with %i', (json, status, wanted) => {
    expect(voqo.decodeReplies(answered(json, status), now).outcome.kind).toBe(wanted)
  })
})
