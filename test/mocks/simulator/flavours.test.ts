import { describe, expect, test } from 'vitest'
import { worldStart } from '../../../contracts/arbitraries/worlds.ts'
import { defaultWorld } from '../../../mocks/scenarios/default.ts'
import { fixedIds } from '../../../mocks/scenarios/refs.ts'
import { storageWorld } from '../../../mocks/simulator/minting.ts'
import { simulate } from '../../../mocks/simulator.ts'
import { sessionAt } from '../../../mocks/storage/session-at.ts'
import type { Vendor } from '../../../mocks/vendors/define.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { osvi } from '../../../mocks/vendors/osvi.ts'
import { quo } from '../../../mocks/vendors/quo.ts'
import { maskText } from '../../../mocks/world/mask.ts'
import { localPlace } from '../../../mocks/world/place.ts'
import { unused } from '../../../mocks/world/usage.ts'
import type { World } from '../../../mocks/world/world.ts'
import { asking, eachVendor, fetching, settingOf, textOf } from '../../support/asking.ts'
import { fetched, linksOf, withLinks, withStorage } from '../../support/links.ts'

const world = defaultWorld(worldStart)
const linkOf = (given: World, vendor: Vendor = osvi) =>
  linksOf(vendor, given, worldStart).find(({ call }) => call === 'playable')

describe('a link is of the kind that its world chooses for its vendor', () => {
  test.each([
    ['s3', /\?X-Amz-Algorithm=/],
    ['gcs', /\?X-Goog-Algorithm=/],
    ['plain', /\/osvi-recordings\/PHAK[A-Z2-7]+\.[0-9a-f]{32}\/default\/playable\//],
  ] as const)('%s', (storage, wanted) => {
    const link = linkOf({ ...world, storage: { osvi: storage } })
    expect(link?.url).toMatch(wanted)
    expect(linkOf({ ...world, storage: { quo: storage } })?.url).toContain('?X-Amz-Algorithm=')
  })

  test('and plays: all vendors, each with its own', () => {
    const mixed = { ...world, storage: { quo: 'gcs', osvi: 'plain', envoy: 's3' } } as const
    for (const [id, vendor] of eachVendor) {
      const live = linksOf(vendor, mixed, worldStart).filter(({ worth }) => worth === 'live')
      expect(live.length, id).toBeGreaterThan(2)
      for (const { url } of live) expect(fetched(mixed, url, worldStart).status, id).toBe(200)
    }
    expect(linkOf(mixed, quo)?.url).toContain('X-Goog-Signature')
  })

  test('is not looked at by another kind', () => {
    const [signed, plain] = [world, withStorage(world, 'plain')]
    expect(fetched(plain, linkOf(signed)?.url ?? '', worldStart).status).toBe(404)
    expect(fetched(signed, linkOf(plain)?.url ?? '', worldStart).status).toBe(403)
  })
})

describe('what has no end of its own', () => {
  const plain = withStorage(world, 'plain')

  test.each([
    ['osvi', { data: { expires_in_seconds: 900 } }],
    ['feather', { expires_in: 900 }],
    ['envoy', { expires_at: '2026-01-31T10:00:00Z' }],
  ])('is told by %s with the usual lifetime', (id, wanted) => {
    const vendor = vendors.find((one) => one.id === id) ?? osvi
    const request = asking(vendor, fixedIds('playable')[id] ?? '')
    const { response, sighting } = simulate(settingOf(plain, worldStart + 250), unused, 'api', request)
    expect(JSON.parse(textOf(response))).toMatchObject(wanted)
    expect(sighting.grants).toEqual([
      expect.objectContaining({ until: undefined, secondsLeft: vendor.link.lifetimeSeconds }),
    ])
  })

  test('plays years later, and never once it arrived dead', () => {
    const url = linkOf(plain)?.url ?? ''
    expect(fetched(plain, url, worldStart + 10 * 365 * 86_400_000).status).toBe(200)
    const dead = linkOf(withLinks(plain, 'arrives-dead'))?.url ?? ''
    expect([dead === url, fetched(plain, dead, worldStart).status]).toEqual([false, 404])
  })
})

describe('a session that a token names', () => {
  const { sessionEndedAt } = storageWorld(world, localPlace, undefined)
  const host = {
    host: '',
    secretOf: () => undefined,
    objectAt: () => undefined,
    ...(sessionEndedAt ? { sessionEndedAt } : {}),
  }

  test.each([
    [`PHST${(worldStart + 1).toString(36)}`, 'going-on'],
    [`PHST${worldStart.toString(36)}`, 'ended'],
    ['PHST', 'unknown'],
    ['PHST!!', 'unknown'],
    ['PHSTzzzzzzzzzzzz', 'unknown'],
    ['FwoGZXIvYXdzE', 'unknown'],
  ])('%s is %s', (token, wanted) => {
    expect(sessionAt(host, token, worldStart)).toBe(wanted)
  })
})

test('no kind of link leaves its right in a journal', () => {
  for (const storage of ['s3', 'gcs', 'plain'] as const)
    for (const kind of ['live', 'dies-early'] as const) {
      const given = withLinks(withStorage(world, storage), kind)
      const { url } = linkOf(given) ?? { url: '' }
      const masked = maskText(`{"url":"${url}"}`)
      expect(masked).toContain('•••')
      const shown = masked.slice('{"url":"'.length, -2)
      expect(fetched(given, shown, worldStart).status).toBeGreaterThanOrEqual(400)
      expect(masked).not.toMatch(/PHST|[0-9a-f]{32}/)
    }
})

test('storage tells every page on another origin what it may send, as S3 does', () => {
  const asks = { origin: 'http://app.test', 'access-control-request-method': 'GET' }
  const preflight = (headers: Readonly<Record<string, string>>) =>
    simulate(settingOf(world, worldStart), unused, 'storage', { method: 'OPTIONS', path: '/b/k', headers })
      .response
  const vary = 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method'
  expect(preflight(asks)).toEqual({
    status: 200,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-max-age': '600',
      vary,
    },
    body: '',
  })
  const named = preflight({ ...asks, 'access-control-request-headers': 'range' })
  expect(named.headers['access-control-allow-headers']).toBe('range')
  const request = fetching(linkOf(world)?.url ?? '', { origin: 'http://app.test' })
  const { headers } = simulate(settingOf(world, worldStart), unused, 'storage', request).response
  expect(headers).toMatchObject({ vary, 'access-control-allow-origin': '*' })
})
