import { describe, expect, test } from 'vitest'
import { worldStart } from '../../contracts/arbitraries/worlds.ts'
import { defaultWorld } from '../../mocks/scenarios/default.ts'
import { fixedIds } from '../../mocks/scenarios/refs.ts'
import { type Origin, planOf, simulate } from '../../mocks/simulator.ts'
import { keyHeaders } from '../../mocks/vendors/ask.ts'
import { osvi } from '../../mocks/vendors/osvi.ts'
import { quo } from '../../mocks/vendors/quo.ts'
import type { WireRequest } from '../../mocks/world/exchange.ts'
import { unused } from '../../mocks/world/usage.ts'
import { asking, fetching, settingOf, textOf } from '../support/asking.ts'

const setting = settingOf(defaultWorld(worldStart), worldStart)
const answer = (origin: Origin, request: WireRequest) => simulate(setting, unused, origin, request)
const playable = asking(osvi, fixedIds('playable').osvi ?? '')
const [link] = answer('api', playable).sighting.grants

describe('a journal is told', () => {
  test('whose call was asked for, what was said and which links were handed out', () => {
    expect(answer('api', playable).sighting).toMatchObject({
      origin: 'api',
      vendor: 'osvi',
      operation: 'getCallRecording',
      call: 'playable',
      account: 'default',
      said: 'recording',
      breaks: [],
      grants: [{ vendor: 'osvi', call: 'playable', segment: 'CRplayable', until: worldStart + 900_000 }],
    })
  })

  test('of a stored object whose it is', () => {
    expect(answer('storage', fetching(link?.url ?? '')).sighting).toEqual({
      origin: 'storage',
      vendor: 'osvi',
      operation: 'media',
      call: 'playable',
      segment: 0,
      grants: [],
      breaks: [],
    })
  })

  test('of one link where a vendor shows one recording, of each where it shows segments', () => {
    const grants = (vendor: typeof quo | typeof osvi) =>
      answer('api', asking(vendor, fixedIds('segments')[vendor.id] ?? '')).sighting.grants.map(
        ({ segment }) => segment,
      )
    expect(grants(quo)).toEqual(['CRfirst', 'CRthird'])
    expect(grants(osvi)).toEqual(['CRfirst'])
  })

  test('nothing of another account’s call', () => {
    const { sighting } = answer('api', asking(osvi, fixedIds('foreign').osvi ?? ''))
    expect(sighting).toMatchObject({ said: 'not-found', grants: [], account: 'default' })
    expect(sighting).not.toHaveProperty('call')
  })

  test('no account where nobody was let in', () => {
    const request = asking(osvi, fixedIds('playable').osvi ?? '', keyHeaders(osvi, 'wrong'))
    expect(answer('api', request).sighting).not.toHaveProperty('account')
  })
})

describe('a request is planned', () => {
  test.each<[Origin, string, WireRequest]>([
    ['api', 'api', playable],
    ['api', 'no-route', { ...playable, path: '/nowhere' }],
    ['storage', 'storage', fetching(link?.url ?? '')],
    ['storage', 'storage', playable],
    [
      'api',
      'preflight',
      {
        ...playable,
        method: 'OPTIONS',
        headers: { origin: 'http://a.test', 'access-control-request-method': 'GET' },
      },
    ],
    ['api', 'api', { ...playable, method: 'OPTIONS', headers: {} }],
  ])('at %s as %s', (origin, kind, request) => {
    expect(planOf(setting, origin, request).kind).toBe(kind)
  })
})

test('the two origins answer different things: an API path at storage is no object', () => {
  const { response } = answer('storage', playable)
  expect(response.status).toBeGreaterThanOrEqual(400)
  expect(response.headers['content-type']).toContain('xml')
  expect(textOf(response)).toContain('<Error>')
})

test('`Date` is the virtual now, at both origins', () => {
  for (const { response } of [answer('api', playable), answer('storage', fetching(link?.url ?? ''))])
    expect(response.headers.date).toBe('Sat, 31 Jan 2026 09:00:00 GMT')
})
