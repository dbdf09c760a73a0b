import { describe, expect, test } from 'vitest'
import { quo } from '../../../mocks/vendors/quo.ts'
import type { Outcome, OutcomeKind } from '../../../mocks/world/outcome.ts'
import { said } from './said.ts'

const now = 1_769_850_000_000

describe('Quo says', () => {
  test('every segment, oldest first, in whole seconds, with a URL only where one plays', () => {
    expect(said('quo', 'segments').body).toEqual({
      data: [
        {
          duration: 40,
          id: 'CRfirst',
          startTime: '2026-01-31T08:00:00.000Z',
          status: 'completed',
          type: 'audio/mpeg',
          url: expect.stringContaining('/quo-recordings/default/segments/CRfirst.mp3?'),
        },
        expect.objectContaining({ id: 'CRsecond', status: 'deleted', duration: 20, url: null }),
        expect.objectContaining({ id: 'CRthird', status: 'completed', duration: 66 }),
      ],
    })
  })

  test('an empty list where there is no recording', () => {
    expect(said('quo', 'absent')).toMatchObject({ status: 200, body: { data: [] } })
  })

  test('its own error, with the id asked for', () => {
    expect(said('quo', 'missing')).toMatchObject({
      status: 404,
      body: {
        message: 'Call Recording with ID ACmissing not found',
        code: '0900404',
        status: 404,
        docs: 'https://quo.com/docs',
        title: 'Not Found',
        trace: expect.stringMatching(/^[0-9a-f]{8}$/),
      },
    })
  })

  test('its rate limit in headers that were seen live, without Retry-After', () => {
    const wait = { kind: 'rate-limited', retryAfterSeconds: 3, told: 'header' } as const
    const [operation] = quo.operations
    const { headers } = quo.encode(wait, { operation, id: 'AC1', now, trace: 't' })
    expect(headers).toEqual({
      ratelimit: '"per-second"; r=0; t=3',
      'ratelimit-policy': '"per-second"; q=10; w=1',
    })
  })
})

const item = (fields: object = {}) => ({
  duration: 60,
  id: 'CR1',
  startTime: '2022-01-01T00:00:00Z',
  status: 'completed',
  type: 'audio/mpeg',
  url: 'https://storage.test/1.mp3',
  ...fields,
})
const read = (body: unknown, status = 200) =>
  quo.decode({ status, headers: {}, body: JSON.stringify(body) }, now)

describe('Quo is understood', () => {
  test.each<[string, unknown, OutcomeKind, readonly OutcomeKind[]]>([
    ['a completed segment', { data: [item()] }, 'playable', ['playable']],
    [
      'a status that is not known, with a URL',
      { data: [item({ status: null })] },
      'playable',
      ['playable', 'unknown'],
    ],
    [
      'a word of tomorrow, with a URL',
      { data: [item({ status: 'archived' })] },
      'playable',
      ['playable', 'unknown'],
    ],
    ['a status that is no word', { data: [item({ status: 7 })] }, 'unknown', ['unknown', 'processing']],
    ['completed without a URL', { data: [item({ url: null })] }, 'unknown', ['unknown', 'processing']],
    [
      'stopped, which no page explains',
      { data: [item({ status: 'stopped', url: null })] },
      'processing',
      ['processing'],
    ],
    ['stopped with a URL', { data: [item({ status: 'stopped' })] }, 'processing', ['processing', 'playable']],
    ['an absence', { data: [item({ status: 'absent', url: null })] }, 'absent', ['absent']],
    ['an empty list', { data: [] }, 'absent', ['absent']],
    ['new fields', { data: [item({ waveform: [] })], page: 1 }, 'playable', ['playable']],
    ['a list that is none', { data: item() }, 'unavailable', ['unavailable', 'unknown']],
    ['members that are none', { data: [null, 'x'] }, 'unknown', ['unknown']],
  ])('%s', (_, body, kind, fair) => {
    const decoded = read(body)
    expect(decoded.outcome.kind).toBe(kind)
    expect(decoded.fair).toEqual(expect.arrayContaining([...fair]))
  })

  test('a segment with all that it says', () => {
    expect(read({ data: [item()] }).outcome).toEqual<Outcome>({
      kind: 'playable',
      segments: [
        {
          id: 'CR1',
          state: 'ready',
          url: 'https://storage.test/1.mp3',
          durationSeconds: 60,
          contentType: 'audio/mpeg',
          startedAt: 1_640_995_200_000,
        },
      ],
    })
  })

  test('what it says is wrong, in the published form and in the one seen live', () => {
    const published = { message: 'Bad Request', errors: [{ message: 'Expected AC' }] }
    expect(read(published, 400).outcome).toEqual({
      kind: 'invalid-request',
      details: ['Expected AC', 'Bad Request'],
    })
    const live = { error: { message: 'Expected AC', key: 'bad', trace: 't' } }
    expect(read(live, 400).outcome).toEqual({ kind: 'invalid-request', details: ['Expected AC'] })
  })
})
