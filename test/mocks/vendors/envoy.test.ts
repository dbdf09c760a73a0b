import { describe, expect, test } from 'vitest'
import { envoy } from '../../../mocks/vendors/envoy.ts'
import type { OutcomeKind } from '../../../mocks/world/outcome.ts'
import { said } from './said.ts'

const now = 1_769_850_000_000

describe('Envoy says', () => {
  test('a link with the instant of its end, and what is known of the file', () => {
    expect(said('envoy', 'playable')).toMatchObject({
      status: 200,
      body: {
        call_id: 'call_00000000-0000-4000-8000-000000000001',
        url: expect.stringContaining('/envoy-recordings/default/playable/CRplayable.mp4?'),
        content_type: 'audio/mp4',
        expires_at: '2026-01-31T10:00:00Z',
        recording_status: 'AVAILABLE',
        duration_seconds: 90,
        file_size_bytes: expect.any(Number),
        recording_start_time: '2026-01-31T08:00:00Z',
      },
    })
  })

  test('that a link has ended already, where it arrives dead', () => {
    expect(said('envoy', 'expired').body).toMatchObject({ expires_at: '2026-01-31T08:59:00Z' })
  })

  test.each([
    ['processing', 'Recording not found'],
    ['deleted', 'Recording not found'],
    ['missing', 'Call not found'],
  ] as const)('404 of a call that is %s', (ref, detail) => {
    expect(said('envoy', ref)).toMatchObject({ status: 404, body: { detail } })
  })

  test('the id in lower case, however it was asked for', () => {
    const [operation] = envoy.operations
    const grant = {
      url: 'u',
      vendor: 'envoy',
      call: 'c',
      segment: 's',
      from: now,
      until: now,
      secondsLeft: 0,
    }
    const segment = {
      id: 's',
      status: 'completed',
      grant,
      source: 'kept',
      startedAt: null,
      durationSeconds: null,
      bytes: null,
      type: null,
    } as const
    const view = { ref: 'c', playback: 'open' as const, segments: [segment], replies: [] }
    const { body } = envoy.encode(
      { kind: 'recording', view },
      { operation, id: 'call_ABCDEF00', now, trace: 't' },
    )
    expect(body).toMatchObject({ call_id: 'call_abcdef00' })
  })
})

const body = {
  url: 'https://storage.test/1.mp4',
  expires_at: '2026-01-31T09:00:00Z',
  recording_status: 'AVAILABLE',
}
const read = (json: unknown, at = now - 1, status = 200) =>
  envoy.decode({ status, headers: {}, body: JSON.stringify(json) }, at)

describe('Envoy is understood', () => {
  test.each<[string, unknown, number, OutcomeKind, readonly OutcomeKind[]]>([
    ['a link a millisecond before its end', body, now - 1, 'playable', ['playable']],
    ['a link at its end', body, now, 'expired', ['expired', 'unavailable', 'unknown']],
    ['a link without an end', { ...body, expires_at: undefined }, now, 'playable', ['playable']],
    ['an end that is none', { ...body, expires_at: 'soon' }, now, 'playable', ['playable']],
    [
      'a status of tomorrow',
      { ...body, recording_status: 'COLD' },
      now - 1,
      'playable',
      ['playable', 'unknown'],
    ],
    [
      'no link',
      { ...body, url: null },
      now,
      'unknown',
      ['unknown', 'absent', 'processing', 'expired', 'unavailable'],
    ],
  ])('%s', (_, json, at, kind, fair) => {
    const decoded = read(json, at)
    expect(decoded.outcome.kind).toBe(kind)
    expect(decoded.fair).toEqual(fair)
  })

  test('what is wrong, as FastAPI lists it or says it', () => {
    expect(read({ detail: [{ msg: 'must be a UUID' }, {}] }, now, 422).outcome).toMatchObject({
      details: ['must be a UUID'],
    })
    expect(read({ detail: 'Bad call id' }, now, 422).outcome).toMatchObject({ details: ['Bad call id'] })
  })
})
