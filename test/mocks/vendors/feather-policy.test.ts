import { describe, expect, test } from 'vitest'
import { worldStart } from '../../../contracts/arbitraries/worlds.ts'
import { defaultWorld, recorded, withPlayable } from '../../../mocks/scenarios/default.ts'
import { redacted } from '../../../mocks/scenarios/redacted.ts'
import { fixedIds } from '../../../mocks/scenarios/refs.ts'
import { simulate } from '../../../mocks/simulator.ts'
import { keyHeaders } from '../../../mocks/vendors/ask.ts'
import { feather } from '../../../mocks/vendors/feather.ts'
import { osvi } from '../../../mocks/vendors/osvi.ts'
import type { CallLayout } from '../../../mocks/world/recording.ts'
import type { RecordingStatus } from '../../../mocks/world/recording-status.ts'
import { unused } from '../../../mocks/world/usage.ts'
import type { World } from '../../../mocks/world/world.ts'
import { answeredBy, asking, settingOf, textOf } from '../../support/asking.ts'

const id = fixedIds('playable').feather ?? ''
const headers = keyHeaders(feather)

const answer = (
  world: World,
  now = worldStart,
  path = `/feather/v1/voice/recordings/${id}/playback-url`,
  given: Readonly<Record<string, string>> = headers,
  method = 'GET',
) => simulate(settingOf(world, now), unused, 'api', { method, path, headers: given })

const world = (layout: CallLayout, status: RecordingStatus = 'completed') =>
  withPlayable(defaultWorld(worldStart), { segments: [recorded(worldStart, 'CR1', status)], ...layout })

describe('a policy of Feather’s lets be played', () => {
  test.each<[string, CallLayout, RecordingStatus, string, boolean]>([
    ['raw, once the call is over', { policy: 'raw' }, 'completed', 'ready', true],
    ['raw, not before', { policy: 'raw' }, 'processing', 'processing', false],
    ['redacted, not before it is', { policy: 'redacted' }, 'completed', 'processing', false],
    ['redacted, once it is', { policy: 'redacted', redaction: 'succeeded' }, 'completed', 'ready', true],
    [
      'redacted, never where that failed',
      { policy: 'redacted', redaction: 'failed' },
      'completed',
      'failed',
      false,
    ],
    ['redacted, and deleted meanwhile', { policy: 'redacted' }, 'deleted', 'deleted', false],
    ['no_audio, never', { policy: 'no_audio', redaction: 'succeeded' }, 'completed', 'absent', false],
    ['no_audio, not even while the call goes on', { policy: 'no_audio' }, 'in-progress', 'absent', false],
  ])('%s', (_, layout, status, word, plays) => {
    const { response, sighting } = answer(world(layout, status))
    const url = plays ? expect.stringContaining('http') : null
    expect([response.status, JSON.parse(textOf(response))]).toEqual([
      200,
      expect.objectContaining({ status: word, url }),
    ])
    expect(sighting.grants).toHaveLength(plays ? 1 : 0)
  })

  test('more as time goes, and no more at another vendor', () => {
    const given = redacted.world(worldStart)
    const statusAt = (now: number) => JSON.parse(textOf(answer(given, now).response)).status
    expect([600_000 - 1, 600_000].map((ms) => statusAt(worldStart + ms))).toEqual(['processing', 'ready'])
    const elsewhere = asking(osvi, fixedIds('playable').osvi ?? '')
    expect(simulate(settingOf(given, worldStart), unused, 'api', elsewhere).response.status).toBe(200)
  })
})

describe('Feather, as FastAPI does it,', () => {
  const plain = world({})
  const pathOf = (spelling: string) =>
    `/feather/v1/voice/recordings/${encodeURIComponent(spelling)}/playback-url`

  test.each([
    ['with dashes', id, 200],
    ['without', id.replaceAll('-', ''), 200],
    ['as a URN', `urn:uuid:${id}`, 200],
    ['in braces', `{${id}}`, 200],
    ['in capitals', id.toUpperCase(), 200],
    ['no UUID', 'not-a-uuid', 422],
  ])('reads ids %s', (_, spelling, wanted) => {
    expect(answer(plain, worldStart, pathOf(spelling)).response.status).toBe(wanted)
  })

  test.each([
    ['a bad id without a key', pathOf('nonsense'), {}, 'GET', 401],
    ['a bad id with a Bearer', pathOf('nonsense'), { authorization: 'Bearer playhead-feather' }, 'GET', 401],
    ['HEAD', pathOf(id), headers, 'HEAD', 405],
    ['HEAD without a key', pathOf(id), {}, 'HEAD', 405],
    ['HEAD of a bad id', pathOf('nonsense'), headers, 'HEAD', 405],
  ])('refuses %s', (_, path, given, method, wanted) => {
    const { response } = answer(plain, worldStart, path, given, method)
    expect([response.status, response.headers.allow]).toEqual([wanted, wanted === 405 ? 'GET' : undefined])
  })

  const refusing = (status: number, more = {}): World => ({
    ...plain,
    disturbances: [
      {
        id: 'd',
        on: {},
        skip: 0,
        effect: { kind: 'status', status, told: 'body', shape: 'detail', ...more },
      },
    ],
  })

  test.each([
    [422, 'is refused', []],
    [405, 'Method Not Allowed', []],
    [404, 'Recording not found.', ['body']],
    [503, 'Something went wrong.', ['body']],
    [418, 'Something went wrong.', ['status']],
  ])('may say %i in one text', (status, detail, breaks) => {
    const { response, sighting } = answer(refusing(status))
    expect([response.status, JSON.parse(textOf(response))]).toEqual([status, { detail }])
    expect(sighting.breaks).toEqual(breaks)
  })

  test('has a text as details, and no hint in it', () => {
    const read = (world: World) => feather.decode(answeredBy(answer(world).response), worldStart).outcome
    expect(read(refusing(422))).toEqual({ kind: 'invalid-request', details: ['is refused'] })
    expect(read(refusing(429, { retryAfterSeconds: 7 }))).toEqual({ kind: 'rate-limited' })
  })

  test('knows no other path, in the profile live', () => {
    const { response } = answer({ ...plain, profiles: { feather: 'live' } }, worldStart, '/feather/v1/voice')
    expect([response.status, textOf(response)]).toEqual([404, '{"detail":"Not Found"}'])
  })
})
