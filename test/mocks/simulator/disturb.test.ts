import { describe, expect, test } from 'vitest'
import { worldStart } from '../../../contracts/arbitraries/worlds.ts'
import { defaultWorld } from '../../../mocks/scenarios/default.ts'
import { fixedIds } from '../../../mocks/scenarios/refs.ts'
import { simulate } from '../../../mocks/simulator.ts'
import { osvi } from '../../../mocks/vendors/osvi.ts'
import { quo } from '../../../mocks/vendors/quo.ts'
import type { Effect } from '../../../mocks/world/disturbance.ts'
import type { WireResponse } from '../../../mocks/world/exchange.ts'
import { type Usage, unused } from '../../../mocks/world/usage.ts'
import { asking, fetching, settingOf, textOf } from '../../support/asking.ts'

const world = defaultWorld(worldStart)

const under = (effect: Effect, extra: object = {}) =>
  settingOf({ ...world, disturbances: [{ id: 'd1', effect, on: {}, skip: 0, ...extra }] }, worldStart)

const api = (effect: Effect, vendor: typeof osvi | typeof quo = osvi): WireResponse =>
  simulate(under(effect), unused, 'api', asking(vendor, fixedIds('playable')[vendor.id] ?? '')).response

const plain = simulate(
  settingOf(world, worldStart),
  unused,
  'api',
  asking(osvi, fixedIds('playable').osvi ?? ''),
)
const url = plain.sighting.grants[0]?.url ?? ''
const media = (effect: Effect): WireResponse =>
  simulate(under(effect), unused, 'storage', fetching(url)).response
const whole = simulate(settingOf(world, worldStart), unused, 'storage', fetching(url)).response

describe('on its way an answer is', () => {
  const length = textOf(plain.response).length
  test.each<[Effect, object]>([
    [{ kind: 'reset', at: 'before-headers' }, { reset: 'before-headers' }],
    [{ kind: 'reset', at: 'mid-body' }, { reset: 'mid-body' }],
    [{ kind: 'truncate' }, { truncateAt: Math.floor(length / 2) }],
    [{ kind: 'silence' }, { silent: true }],
    [{ kind: 'slow-headers', ms: 1500 }, { headersAfterMs: 1500 }],
    [{ kind: 'trickle', bytesPerSecond: 10 }, { bytesPerSecond: 10 }],
  ])('%j', (effect, delivery) => {
    expect(api(effect)).toEqual({ ...plain.response, delivery })
  })

  test('cut in the middle of its bytes, a recording too', () => {
    const { length: bytes } = whole.body as { length: number }
    expect(media({ kind: 'truncate' }).delivery).toEqual({ truncateAt: Math.floor(bytes / 2) })
  })
})

describe('in place of an answer comes', () => {
  test.each<[Effect, number, string, RegExp]>([
    [{ kind: 'body', as: 'html', status: 502 }, 502, 'text/html; charset=utf-8', /^<!doctype html>/],
    [{ kind: 'body', as: 'xml', status: 200 }, 200, 'application/xml', /^<\?xml/],
    [{ kind: 'body', as: 'empty', status: 200 }, 200, 'application/json', /^$/],
    [{ kind: 'body', as: 'malformed-json', status: 200 }, 200, 'application/json', /^\{"data"/],
    [{ kind: 'body', as: 'other-json', status: 404 }, 404, 'application/json', /Something else/],
  ])('%j', (effect, status, type, body) => {
    const response = api(effect)
    expect(response.status).toBe(status)
    expect(response.headers).toEqual({ 'content-type': type, date: plain.response.headers.date })
    expect(textOf(response)).toMatch(body)
  })

  test('malformed JSON that really is', () => {
    expect(() => JSON.parse(textOf(api({ kind: 'body', as: 'malformed-json', status: 200 })))).toThrow(
      SyntaxError,
    )
  })

  test.each([
    ['same-origin' as const, /^\/osvi\/v1\/call\//],
    ['other-origin' as const, /^http:\/\/127\.0\.0\.1:4011\/osvi\//],
  ])('a redirect to the %s', (to, location) => {
    const { status, headers, body } = api({ kind: 'redirect', to })
    expect(status).toBe(302)
    expect(headers.location).toMatch(location)
    expect(body).toBeUndefined()
  })
})

describe('of what it says an answer changes', () => {
  const items = (response: WireResponse) => JSON.parse(textOf(response)).data

  test('every fact about the sound to null, but not the link', () => {
    expect(items(api({ kind: 'null-metadata' }, quo))).toEqual([
      expect.objectContaining({
        duration: null,
        startTime: null,
        type: null,
        status: 'completed',
        url: expect.any(String),
      }),
    ])
  })

  test('the status to a word that no document has', () => {
    expect(items(api({ kind: 'unknown-status' }, quo))).toEqual([
      expect.objectContaining({ status: 'archived' }),
    ])
  })

  test('nothing but for new fields, everywhere, and the order of keys', () => {
    const grown = JSON.parse(textOf(api({ kind: 'new-fields' })))
    const { x_added_later: _, ...rest } = grown
    const { x_added_later: __, ...data } = grown.data
    expect({ ...rest, data }).toEqual(JSON.parse(textOf(plain.response)))
    expect(grown.data).toHaveProperty('x_added_later')
    expect(Object.keys(data)).toEqual(['expires_in_seconds', 'recording_url', 'call_id'])
  })

  test('its content type, not its bytes', () => {
    const { headers, body } = api({ kind: 'content-type', to: 'text/plain' })
    expect(headers['content-type']).toBe('text/plain')
    expect(body).toBe(plain.response.body)
  })
})

describe('storage', () => {
  test.each<[string, Effect, number, RegExp]>([
    ['refuses a link before its end', { kind: 'die-early' }, 400, /<Code>ExpiredToken</],
    ['fails in its own words', { kind: 'status', status: 503, told: 'untold' }, 503, /<Error><Code>/],
    ['refuses in its own words', { kind: 'status', status: 403, told: 'untold' }, 403, /<Code>AccessDenied</],
    ['is told of no metadata', { kind: 'null-metadata' }, 200, /^$/],
  ])('%s', (_, effect, status, body) => {
    const response = media(effect)
    expect(response.status).toBe(status)
    expect(textOf(response)).toMatch(body)
  })
})

describe('a status is said in the vendor’s own words for it', () => {
  test.each([
    [400, 'invalid-request', 422],
    [401, 'unauthorized', 401],
    [403, 'forbidden', 403],
    [404, 'not-found', 404],
    [405, 'method-not-allowed', 405],
    [408, 'failed', 408],
    [422, 'invalid-request', 422],
    [429, 'rate-limited', 429],
    [500, 'failed', 500],
    [599, 'failed', 599],
  ])('%i as %s, with %i', (status, said, answered) => {
    const setting = under({ kind: 'status', status, told: 'untold' })
    const answer = simulate(setting, unused, 'api', asking(osvi, fixedIds('playable').osvi ?? ''))
    expect(answer.sighting.said).toBe(said)
    expect(answer.response.status).toBe(answered)
  })
})

test('a quota that is used up goes before any trouble, which is counted all the same', () => {
  const accepted = { 'quo playhead-quo': Array.from({ length: 10 }, () => worldStart) }
  const setting = under({ kind: 'status', status: 503, told: 'untold' })
  const { response, sighting, usage } = simulate(
    setting,
    { accepted, arrivals: {} },
    'api',
    asking(quo, fixedIds('playable').quo ?? ''),
  )
  expect(response.status).toBe(429)
  expect(sighting.trouble).toBeUndefined()
  expect(usage.arrivals).toEqual({ d1: 1 })
})

describe('of several troubles', () => {
  const request = asking(osvi, fixedIds('playable').osvi ?? '')
  const disturbances = [
    {
      id: 'first',
      effect: { kind: 'status' as const, status: 503, told: 'untold' as const },
      on: {},
      skip: 1,
      count: 1,
    },
    {
      id: 'second',
      effect: { kind: 'status' as const, status: 500, told: 'untold' as const },
      on: {},
      skip: 0,
      count: 3,
    },
  ]

  test('the first in the world’s order strikes, and each counts every arrival', () => {
    let usage: Usage = unused
    const seen = [1, 2, 3, 4].map(() => {
      const answer = simulate(settingOf({ ...world, disturbances }, worldStart), usage, 'api', request)
      usage = answer.usage
      return [answer.response.status, answer.sighting.trouble]
    })
    expect(seen).toEqual([
      [500, 'second'],
      [503, 'first'],
      [500, 'second'],
      [200, undefined],
    ])
    expect(usage.arrivals).toEqual({ first: 4, second: 4 })
  })
})

describe('every way of telling a wait of 30 s is understood again', () => {
  test.each(['header', 'date', 'body', 'untold'] as const)('%s', (told) => {
    const { headers } = api({ kind: 'status', status: 429, retryAfterSeconds: 30, told })
    const wanted = { header: '30', date: 'Sat, 31 Jan 2026 09:00:30 GMT', body: undefined, untold: undefined }
    expect(headers['retry-after']).toBe(wanted[told])
  })
})
