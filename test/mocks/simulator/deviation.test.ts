import { describe, expect, test } from 'vitest'
import { deviationsOf } from '../../../mocks/simulator/deviation.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import type { Deviation } from '../../../mocks/world/deviation.ts'
import type { Effect } from '../../../mocks/world/disturbance.ts'

// That these declarations are exact is for an independent validator to say: test/referee/disturbed.test.ts.
const declared = (vendorId: string, effect: Effect, status: number, body = '{}'): readonly Deviation[] => {
  const vendor = vendors.find(({ id }) => id === vendorId)
  const [operation] = vendor?.operations ?? []
  if (!vendor || !operation) throw new Error(`There is ${vendorId}`)
  return deviationsOf(effect, vendor, operation.id, { status, headers: {}, body })
}

const segments = '{"data":[{"id":"s1"}]}'

describe('an effect declares', () => {
  test.each<[string, Effect, number, string, readonly Deviation[]]>([
    ['osvi', { kind: 'status', status: 503, told: 'untold' }, 503, '{}', []],
    ['osvi', { kind: 'status', status: 418, told: 'untold' }, 418, '{}', ['status']],
    ['osvi', { kind: 'redirect', to: 'same-origin' }, 302, '{}', ['status']],
    ['osvi', { kind: 'silence' }, 200, '{}', ['transport']],
    ['osvi', { kind: 'truncate' }, 200, '{}', ['transport']],
    ['osvi', { kind: 'reset', at: 'mid-body' }, 200, '{}', ['transport']],
    ['osvi', { kind: 'slow-headers', ms: 5 }, 200, '{}', []],
    ['osvi', { kind: 'trickle', bytesPerSecond: 5 }, 200, '{}', []],
    ['osvi', { kind: 'content-type', to: 'text/plain' }, 200, '{}', ['content-type']],
    ['osvi', { kind: 'content-type', to: 'application/json; charset="utf-8"' }, 200, '{}', []],
    ['osvi', { kind: 'content-type', to: 'application/json;' }, 200, '{}', ['content-type']],
    ['osvi', { kind: 'body', as: 'html', status: 200 }, 200, '{}', ['content-type', 'body']],
    ['osvi', { kind: 'body', as: 'empty', status: 200 }, 200, '{}', ['body']],
    ['osvi', { kind: 'body', as: 'xml', status: 302 }, 302, '{}', ['status', 'content-type', 'body']],
    ['osvi', { kind: 'new-fields' }, 200, '{}', []],
    ['osvi', { kind: 'null-metadata' }, 200, '{}', []],
    // Only Quo closes an object of its answer, and lists the words a status may be.
    ['quo', { kind: 'new-fields' }, 200, segments, ['body']],
    ['quo', { kind: 'new-fields' }, 200, '{"data":[]}', []],
    ['quo', { kind: 'new-fields' }, 404, '{}', []],
    ['quo', { kind: 'unknown-status' }, 200, segments, ['body']],
    ['envoy', { kind: 'unknown-status' }, 200, '{}', []],
    ['feather', { kind: 'unknown-status' }, 200, '{}', []],
  ])('at %s %j with %i %s: %j', (vendor, effect, status, body, wanted) => {
    expect(declared(vendor, effect, status, body)).toEqual(wanted)
  })
})
