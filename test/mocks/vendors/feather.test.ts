import { describe, expect, test } from 'vitest'
import { feather } from '../../../mocks/vendors/feather.ts'
import type { OutcomeKind } from '../../../mocks/world/outcome.ts'
import { said } from './said.ts'

const now = 1_769_850_000_000

describe('Feather says', () => {
  test('a link, the whole seconds it still lives, and milliseconds of sound', () => {
    expect(said('feather', 'playable')).toMatchObject({
      status: 200,
      body: {
        url: expect.stringContaining('/feather-recordings/default/playable/CRplayable.mp4?'),
        expires_in: 899,
        duration_ms: 90_000,
        bytes: expect.any(Number),
        status: 'ready',
      },
    })
  })

  test.each(['processing', 'deleted', 'failed', 'absent'] as const)(
    '200 without a link of one that is %s',
    (ref) => {
      expect(said('feather', ref)).toMatchObject({
        status: 200,
        body: { url: null, expires_in: 0, status: ref },
      })
    },
  )

  test('404 of one it does not know', () => {
    expect(said('feather', 'missing')).toMatchObject({ status: 404, body: { error: 'not_found' } })
  })

  test.each([
    ['not-a-uuid', 'invalid character: found `n` at 1'],
    ['00000000-0000-4000-8000-00000000000', 'invalid length: expected length 32 for simple format, found 31'],
    ['00000000-0000-4000-8000-00000000000g', 'invalid character: found `g` at 36'],
  ])('what pydantic finds wrong with %s', (id, error) => {
    const fault = feather.ids.faultOf(id)
    expect(fault).toEqual({
      type: 'uuid_parsing',
      message: `Input should be a valid UUID, ${error}`,
      context: { error },
    })
    const [operation] = feather.operations
    const invalid = { kind: 'invalid-request', fault: fault ?? { type: '', message: '' }, value: id } as const
    expect(feather.encode(invalid, { operation, id, now, trace: 't' })).toEqual({
      status: 422,
      body: {
        detail: [
          {
            type: 'uuid_parsing',
            loc: ['path', 'recording_id'],
            msg: `Input should be a valid UUID, ${error}`,
            input: id,
            ctx: { error },
          },
        ],
      },
    })
  })
})

const body = {
  url: 'https://storage.test/1.mp3',
  expires_in: 900,
  duration_ms: 1234,
  bytes: 9,
  status: 'ready',
}
const read = (json: unknown, status = 200) =>
  feather.decode({ status, headers: {}, body: JSON.stringify(json) }, now)

describe('Feather is understood', () => {
  test('a link with its end and its length in seconds', () => {
    expect(read(body).outcome).toEqual({
      kind: 'playable',
      segments: [{ state: 'ready', url: body.url, expiresAt: now + 900_000, durationSeconds: 1.234 }],
    })
  })

  test.each<[string, unknown, OutcomeKind]>([
    ['null for a link', { ...body, url: null, status: 'processing' }, 'processing'],
    ['no link at all', { expires_in: 0, duration_ms: null, bytes: null, status: 'deleted' }, 'deleted'],
    ['a word that nobody published', { ...body, url: null, status: 'redacted' }, 'unknown'],
    ['ready without a link', { ...body, url: null }, 'unknown'],
    ['a word that nobody published, with a link', { ...body, status: 'archived' }, 'playable'],
    ['metadata that is not known', { ...body, duration_ms: null, bytes: null }, 'playable'],
  ])('%s', (_, json, wanted) => {
    const { outcome, fair } = read(json)
    expect(outcome.kind).toBe(wanted)
    // Its words are unpublished: to conclude nothing from them is always fair.
    expect(fair).toContain('unknown')
  })
})
