import { describe, expect, test } from 'vitest'
import { worldStart } from '../../../contracts/arbitraries/worlds.ts'
import { defaultWorld } from '../../../mocks/scenarios/default.ts'
import { fixedIds, type Ref } from '../../../mocks/scenarios/refs.ts'
import { simulate } from '../../../mocks/simulator.ts'
import { osvi } from '../../../mocks/vendors/osvi.ts'
import type { Effect, ErrorShape } from '../../../mocks/world/disturbance.ts'
import { unused } from '../../../mocks/world/usage.ts'
import { answeredBy, asking, settingOf, textOf } from '../../support/asking.ts'

const under = (effect: Effect, ref: Ref = 'playable') => {
  const world = { ...defaultWorld(worldStart), disturbances: [{ id: 'd', on: {}, skip: 0, effect }] }
  const request = asking(osvi, fixedIds(ref).osvi ?? '')
  const { response, sighting } = simulate(settingOf(world, worldStart), unused, 'api', request)
  const { outcome } = osvi.decode(answeredBy(response), worldStart)
  return { status: response.status, body: JSON.parse(textOf(response)), breaks: sighting.breaks, outcome }
}

const refusing = (status: number, shape?: ErrorShape) =>
  under({ kind: 'status', status, told: 'untold', ...(shape === undefined ? {} : { shape }) })

const error = { success: false, error: expect.any(String) }
const details = { ...error, details: null }
const errors = { success: false, errors: [expect.any(String)] }

describe('OSVI refuses in three bodies', () => {
  test.each<[number, ErrorShape | undefined, object, readonly string[]]>([
    [401, undefined, error, []],
    [401, 'details', details, []],
    [401, 'errors', errors, ['body']],
    [404, undefined, details, []],
    [404, 'error', error, []],
    [404, 'errors', errors, ['body']],
    [422, undefined, errors, []],
    [422, 'error', error, ['body']],
    [500, 'details', details, ['body']],
    [503, 'errors', errors, ['body']],
    [418, 'errors', errors, ['status']],
    [403, 'detail', error, []],
  ])('%i as %s', (status, shape, body, breaks) => {
    expect(refusing(status, shape)).toMatchObject({ status, body, breaks })
    expect(Object.keys(refusing(status, shape).body)).toEqual(Object.keys(body))
  })

  test('which mean the same', () => {
    for (const status of [401, 403, 404, 422, 429, 500, 503]) {
      const outcomes = (['error', 'details', 'errors'] as const).map(
        (shape) => refusing(status, shape).outcome,
      )
      expect(new Set(outcomes.map((one) => JSON.stringify(one))).size, `${status}`).toBe(1)
    }
  })
})

describe('a hollow answer of OSVI’s is', () => {
  test.each<[string, Effect, Ref, object, readonly string[]]>([
    [
      '200 that says it failed',
      { kind: 'hollow', as: 'success-false' },
      'playable',
      { success: false, error: 'recording_not_available' },
      ['body'],
    ],
    [
      '200 in place of a 404',
      { kind: 'hollow', as: 'success-false' },
      'missing',
      { success: false, error: 'call_not_found', details: null },
      ['body'],
    ],
    ['a success without data', { kind: 'hollow', as: 'no-data' }, 'playable', { success: true }, ['body']],
  ])('%s', (_, effect, ref, body, breaks) => {
    expect(under(effect, ref)).toEqual({ status: 200, body, breaks, outcome: { kind: 'unknown' } })
  })

  test('none where there was nothing to leave out', () => {
    expect(under({ kind: 'hollow', as: 'no-data' }, 'missing')).toMatchObject({ status: 404, breaks: [] })
  })
})
