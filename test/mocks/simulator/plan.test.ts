import { describe, expect, test } from 'vitest'
import { worldStart } from '../../../contracts/arbitraries/worlds.ts'
import { defaultWorld } from '../../../mocks/scenarios/default.ts'
import { fixedIds } from '../../../mocks/scenarios/refs.ts'
import { planApi } from '../../../mocks/simulator/plan.ts'
import { ask, keyHeaders } from '../../../mocks/vendors/ask.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import type { WireRequest } from '../../../mocks/world/exchange.ts'
import type { World } from '../../../mocks/world/world.ts'
import { operationOf, settingOf } from '../../support/asking.ts'

const world = defaultWorld(worldStart)
const named = (id: string) => {
  const vendor = vendors.find((one) => one.id === id)
  if (!vendor) throw new Error(`There is ${id}`)
  return vendor
}
const planned = (request: WireRequest, given: World = world) => planApi(settingOf(given, worldStart), request)
const asking = (id: string, callId: string, headers = keyHeaders(named(id))) =>
  ask(named(id), operationOf(named(id)), callId, headers)
const fixed = (id: string) => fixedIds('playable')[id] ?? ''

describe('the quota a request uses up is', () => {
  test.each([
    ['quo', 'quo playhead-quo'],
    ['feather', 'feather default'],
    ['osvi', undefined],
    ['envoy', undefined],
    ['voqo', undefined],
  ])('at %s %s', (id, key) => {
    expect(planned(asking(id, fixed(id)))?.quota?.key).toBe(key)
  })

  test('another for another key or another account', () => {
    const key = (id: string, of: string) =>
      planned(asking(id, fixed(id), keyHeaders(named(id), of)))?.quota?.key
    expect(key('quo', 'stranger-quo')).toBe('quo stranger-quo')
    expect(key('feather', 'stranger-feather')).toBe('feather foreign')
  })

  test('used up by what is not found and by what is malformed, too', () => {
    expect(planned(asking('quo', 'ACnobody'))?.quota).toBeDefined()
    expect(planned(asking('quo', 'nonsense'))?.quota).toBeDefined()
  })

  test('none where nobody is let in, for another method, or in a world without', () => {
    expect(planned(asking('quo', fixed('quo'), keyHeaders(named('quo'), 'wrong')))?.quota).toBeUndefined()
    expect(planned({ ...asking('quo', fixed('quo')), method: 'POST' })?.quota).toBeUndefined()
    expect(planned(asking('quo', fixed('quo')), { ...world, quotas: false })?.quota).toBeUndefined()
  })
})

describe('what is found', () => {
  test.each([
    ['a call', 'osvi', fixed('osvi'), { ref: 'playable' }],
    ['a call, encoded as it may be', 'quo', 'AC%70layable', { ref: 'playable' }],
    ['nothing', 'osvi', fixed('osvi').replace(/1$/, 'f'), undefined],
    ['a fault of the id', 'osvi', 'nonsense', { kind: 'invalid-request', value: 'nonsense' }],
    [
      'a fault of its encoding',
      'osvi',
      '%zz',
      { kind: 'invalid-request', fault: { type: 'encoding' }, value: '%zz' },
    ],
  ])('%s', (_, id, rawId, wanted) => {
    const path = operationOf(named(id)).path.replace(/\{[^}]+\}/, rawId)
    const { finding } = planned({ method: 'GET', path, headers: keyHeaders(named(id)) }) ?? {}
    if (wanted) expect(finding).toMatchObject(wanted)
    else expect(finding).toBeUndefined()
  })

  test('another account’s call by nobody but that account, and by everybody at Voqo', () => {
    const found = (id: string, key?: string) => {
      const { finding } = planned(asking(id, fixedIds('foreign')[id] ?? '', keyHeaders(named(id), key))) ?? {}
      return finding !== undefined && 'ref' in finding
    }
    expect(found('osvi')).toBe(false)
    expect(found('osvi', 'stranger-osvi-16')).toBe(true)
    expect(found('voqo')).toBe(true)
  })
})

test('a refused request meets no trouble: it is not counted', () => {
  const silence = { id: 'd1', effect: { kind: 'silence' as const }, on: {}, skip: 0 }
  const disturbed = { ...world, disturbances: [silence] }
  expect(planned(asking('osvi', fixed('osvi')), disturbed)?.touch.arrivals).toEqual(['d1'])
  expect(planned(asking('osvi', fixed('osvi'), {}), disturbed)?.touch.arrivals).toEqual([])
})

test('a path that means nothing has no plan', () => {
  expect(planned({ method: 'GET', path: '/nowhere', headers: {} })).toBeUndefined()
})
