import { describe, expect, test } from 'vitest'
import { worldStart } from '../../../contracts/arbitraries/worlds.ts'
import { defaultWorld } from '../../../mocks/scenarios/default.ts'
import { simulate } from '../../../mocks/simulator.ts'
import { osvi } from '../../../mocks/vendors/osvi.ts'
import type { WireResponse } from '../../../mocks/world/exchange.ts'
import { storageIds } from '../../../mocks/world/storage-id.ts'
import { unused } from '../../../mocks/world/usage.ts'
import { fetching, settingOf } from '../../support/asking.ts'
import { linksOf, withStorage } from '../../support/links.ts'

type As = 'whole' | 'elsewhere' | 'replaced'

const bytesOf = ({ body }: WireResponse): string =>
  typeof body === 'object' ? Buffer.from(body.read(0, body.length)).toString('hex') : ''

describe.each(storageIds)('%s', (storage) => {
  const world = withStorage(defaultWorld(worldStart), storage)
  const url = linksOf(osvi, world, worldStart).find(({ call }) => call === 'playable')?.url ?? ''
  const asked = (headers: Readonly<Record<string, string>>, as?: As, skip = 0): WireResponse => {
    const disturbances = as ? [{ id: 'd', effect: { kind: 'other-bytes' as const, as }, on: {}, skip }] : []
    const request = fetching(url)
    return simulate(settingOf({ ...world, disturbances }, worldStart), unused, 'storage', {
      ...request,
      headers: { ...request.headers, ...headers },
    }).response
  }
  const plain = asked({})
  const tag = plain.headers.etag ?? ''
  const length = Number(plain.headers['content-length'])

  test('sends the whole, whatever range is asked for', () => {
    const given = asked({ range: 'bytes=1000-1999' }, 'whole')
    expect([given.status, given.headers.etag, given.headers['content-range']]).toEqual([200, tag, undefined])
    expect(bytesOf(given)).toBe(bytesOf(plain))
    expect(asked({ range: `bytes=${length}-` }, 'whole').status).toBe(200)
  })

  test.each([
    ['bytes=1000-', `bytes 500-${length - 1}/${length}`],
    ['bytes=1001-1999', `bytes 500-1999/${length}`],
    ['bytes=1-', `bytes 0-${length - 1}/${length}`],
    ['bytes=0-9', `bytes 0-9/${length}`],
    ['bytes=-10', `bytes ${length - 10}-${length - 1}/${length}`],
  ])('begins to send half-way to where it was asked to: %s', (range, place) => {
    const given = asked({ range }, 'elsewhere')
    expect([given.status, given.headers['content-range']]).toEqual([206, place])
    const [first = 0, last = 0] = place.match(/\d+/g)?.map(Number) ?? []
    expect(bytesOf(given)).toBe(bytesOf(plain).slice(2 * first, 2 * (last + 1)))
  })

  test('sends the whole where no range is asked for, and nothing from where there is nothing', () => {
    const given = asked({}, 'elsewhere')
    expect([given.status, given.headers]).toEqual([200, plain.headers])
    expect(asked({ range: `bytes=${'9'.repeat(40)}-` }, 'elsewhere').status).toBe(416)
  })

  test('holds another object by now: as long, of the same kind, with a tag, a date and bytes of its own', () => {
    const given = asked({}, 'replaced')
    expect(given.headers['content-length']).toBe(plain.headers['content-length'])
    expect(given.headers['content-type']).toBe(plain.headers['content-type'])
    expect(given.headers.etag).not.toBe(tag)
    expect(given.headers['last-modified']).not.toBe(plain.headers['last-modified'])
    const [mine, before] = [bytesOf(given), bytesOf(plain)]
    expect(mine.length).toBe(before.length)
    expect(mine).not.toBe(before)
    expect(bytesOf(asked({ range: 'bytes=1000-' }, 'replaced'))).toBe(mine.slice(2000))
  })

  test.each<[string, (headers: WireResponse['headers']) => Record<string, string>, number]>([
    ['a range of the other object', () => ({ range: 'bytes=1000-' }), 206],
    ['the whole of it, to a tag before', ({ etag = '' }) => ({ 'if-range': etag, range: 'bytes=9-' }), 200],
    [
      'the whole of it, to a date before',
      (head) => ({ 'if-range': head['last-modified'] ?? '', range: 'bytes=9-' }),
      200,
    ],
    ['nothing, to who insists on the tag before', ({ etag = '' }) => ({ 'if-match': etag }), 412],
  ])('once it is replaced, gives %s', (_, headers, status) => {
    expect(asked(headers(plain.headers), 'replaced').status).toBe(status)
  })

  test('is as ever for the requests that are let pass first', () => {
    const [later, undisturbed] = [asked({ range: 'bytes=5-' }, 'replaced', 1), asked({ range: 'bytes=5-' })]
    expect(later.headers).toEqual(undisturbed.headers)
    expect(bytesOf(later)).toBe(bytesOf(undisturbed))
  })
})
