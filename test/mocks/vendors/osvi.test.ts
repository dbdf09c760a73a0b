import { describe, expect, test } from 'vitest'
import { osvi } from '../../../mocks/vendors/osvi.ts'
import type { OutcomeKind } from '../../../mocks/world/outcome.ts'
import { said } from './said.ts'

const now = 1_769_850_000_000

describe('OSVI says', () => {
  test('a link and the whole seconds it still lives', () => {
    expect(said('osvi', 'playable')).toMatchObject({
      status: 200,
      body: {
        success: true,
        data: {
          call_id: '00000000-0000-4000-8000-000000000001',
          recording_url: expect.stringContaining('X-Amz-Expires=900'),
          // Signed at the second; a quarter of one has gone.
          expires_in_seconds: 899,
        },
      },
    })
  })

  test.each([
    ['processing', 'recording_not_available'],
    ['deleted', 'recording_not_available'],
    ['absent', 'recording_not_available'],
    ['missing', 'call_not_found'],
    ['foreign', 'call_not_found'],
  ] as const)('one 404 of a call that is %s: %s', (ref, error) => {
    expect(said('osvi', ref)).toMatchObject({ status: 404, body: { success: false, error, details: null } })
  })
})

const read = (body: unknown, status = 200) =>
  osvi.decode({ status, headers: {}, body: JSON.stringify(body) }, now)
const data = { call_id: 'x', recording_url: 'https://storage.test/1.mp4', expires_in_seconds: 900 }

describe('OSVI is understood', () => {
  test('a link with its end, counted from receipt', () => {
    expect(read({ success: true, data }).outcome).toEqual({
      kind: 'playable',
      segments: [{ state: 'ready', url: data.recording_url, expiresAt: now + 900_000 }],
    })
  })

  test.each<[string, unknown, number, OutcomeKind]>([
    [
      'a link whose end is not told',
      { success: true, data: { ...data, expires_in_seconds: null } },
      200,
      'playable',
    ],
    ['a success that is none', { success: false, error: 'x' }, 200, 'unknown'],
    ['a success with nothing in it', {}, 200, 'unknown'],
    ['a success without a link', { success: true, data: { ...data, recording_url: '' } }, 200, 'unknown'],
    ['no recording', { success: false, error: 'recording_not_available' }, 404, 'absent'],
    ['no call', { success: false, error: 'call_not_found' }, 404, 'not-found'],
    ['a 404 of tomorrow', { success: false, error: 'agent_gone' }, 404, 'not-found'],
  ])('%s', (_, body, status, wanted) => {
    expect(read(body, status).outcome.kind).toBe(wanted)
  })

  test('what is wrong, as a word or as a list', () => {
    expect(read({ errors: ['id is required', 'x'] }, 422).outcome).toEqual({
      kind: 'invalid-request',
      details: ['id is required', 'x'],
    })
    expect(read({ error: 'bad_id' }, 400).outcome).toEqual({ kind: 'invalid-request', details: ['bad_id'] })
  })
})
