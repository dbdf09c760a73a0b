import { describe, expect, test } from 'vitest'
import { vendors } from '../../../mocks/vendors/index.ts'
import { nearestRoute, routeOf } from '../../../mocks/vendors/route.ts'

describe('a path means', () => {
  test.each([
    ['/v1/call-recordings/AC1', 'quo', 'AC1'],
    ['/quo/v1/call-recordings/AC1', 'quo', 'AC1'],
    ['/v1/call/u-1/recording', 'osvi', 'u-1'],
    ['/osvi/v1/call/u-1/recording', 'osvi', 'u-1'],
    ['/api/v1/calls/call_1/recording', 'envoy', 'call_1'],
    ['/v1/voice/recordings/u-1/playback-url', 'feather', 'u-1'],
    ['/public/recordings/abc', 'voqo', 'abc'],
    ['/voqo/public/recordings/abc/replies', 'voqo', 'abc'],
    ['/v1/call-recordings/AC1?since=1', 'quo', 'AC1'],
    // Left as sent: what is encoded is decoded by whoever looks the id up.
    ['/v1/call-recordings/AC%2F1', 'quo', 'AC%2F1'],
  ])('%s at %s', (path, vendor, rawId) => {
    const route = routeOf(vendors, path)
    expect(route?.vendor.id).toBe(vendor)
    expect(route?.rawId).toBe(rawId)
  })

  test('the replies, where it ends so', () => {
    expect(routeOf(vendors, '/public/recordings/abc/replies')?.operation.asks).toBe('replies')
    expect(routeOf(vendors, '/public/recordings/abc')?.operation.asks).toBe('recording')
  })

  test.each([
    '',
    '/',
    '/v1/call-recordings',
    '/v1/call-recordings/',
    '/v1/call-recordings/a/b',
    '/v1/call-recordings/AC1/',
    '/V1/call-recordings/AC1',
    '/quo/v1/call/u-1/recording',
    '/osvi',
    '/unknown/v1/call/u-1/recording',
    'v1/call-recordings/AC1',
  ])('nothing: %j', (path) => {
    expect(routeOf(vendors, path)).toBeUndefined()
  })
})

test.each([
  ['/v1/call-recording/AC1', '/v1/call-recordings/{callId}'],
  ['/osvi/v1/calls/u-1/recording', '/osvi/v1/call/{id}/recording'],
  ['/public/recordings/abc/reply', '/public/recordings/{shortCode}/replies'],
])('nearest to %s is %s', (path, wanted) => {
  expect(nearestRoute(vendors, path)).toBe(wanted)
})

test('at the root no path means two vendors', () => {
  for (const vendor of vendors)
    for (const { path } of vendor.operations) {
      const example = path.replace(/\{[^}]+\}/, 'x')
      const takers = vendors.filter((one) => routeOf([one], example))
      expect(takers.map(({ id }) => id)).toEqual([vendor.id])
    }
})
