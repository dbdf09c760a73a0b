import { describe, expect, test } from 'vitest'
import {
  bucketOf,
  findObject,
  keyOfSegment,
  mintingFor,
  soundOf,
  typeAt,
} from '../../../mocks/simulator/minting.ts'
import { s3 } from '../../../mocks/storage/s3.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { osvi } from '../../../mocks/vendors/osvi.ts'
import { quo } from '../../../mocks/vendors/quo.ts'
import { localPlace } from '../../../mocks/world/place.ts'
import { call, type LinkKind } from '../../../mocks/world/recording.ts'
import { always, timeline } from '../../../mocks/world/timeline.ts'
import type { World } from '../../../mocks/world/world.ts'

const now = 1_769_850_000_400
const second = 1_769_850_000_000

const worldWith = (link: LinkKind, lifetimes = {}): World => ({
  seed: 1,
  accounts: [],
  calls: [call('c1', { segments: [{ id: 's1', status: 'completed', link, type: 'audio/mpeg' }] })],
  disturbances: [],
  lifetimes,
  quotas: true,
})

const minted = (world: World, vendor = osvi, at = now) => {
  const [one] = world.calls
  const [segment] = one?.segments ?? []
  return one && segment ? mintingFor(world, localPlace, vendor).mint(one, segment, at) : undefined
}

describe('a link minted 400 ms into a second', () => {
  test.each<[LinkKind, object, number, number, number]>([
    ['live', {}, second, second + 900_000, 899],
    ['live', { osvi: 60 }, second, second + 60_000, 59],
    ['live', { osvi: 1 }, second, second + 1000, 0],
    ['live', { quo: 60 }, second, second + 900_000, 899],
    ['dies-early', {}, second, second + 900_000, 899],
    // Told as if it were fresh, and dead for a minute.
    ['arrives-dead', {}, second - 960_000, second - 60_000, 900],
  ])('%s with %j', (link, lifetimes, from, until, secondsLeft) => {
    const grant = minted(worldWith(link, lifetimes))
    expect(grant).toMatchObject({ from, until, secondsLeft, vendor: 'osvi', call: 'c1', segment: 's1' })
    expect(s3.lifetimeOf(grant?.url ?? '')).toEqual({ from, until })
  })

  test('carries a token where it dies early, and only there', () => {
    expect(minted(worldWith('dies-early'))?.url).toContain('X-Amz-Security-Token=')
    expect(minted(worldWith('live'))?.url).not.toContain('X-Amz-Security-Token=')
  })

  test.each<[LinkKind, object, number | undefined]>([
    ['dies-early', {}, second + 450_000],
    ['dies-early', { osvi: 61 }, second + 30_500],
    ['live', {}, undefined],
  ])("%s with %j knows when its signer's session ends", (link, lifetimes, diesAt) => {
    expect(minted(worldWith(link, lifetimes))?.diesAt).toBe(diesAt)
  })

  test('is none where none is given', () => {
    expect(minted(worldWith('none'))).toBeUndefined()
  })

  test('tells the whole second the whole lifetime', () => {
    expect(minted(worldWith('live'), osvi, second)?.secondsLeft).toBe(900)
  })
})

describe('stored objects', () => {
  const world = worldWith('live')
  const [one = call('none')] = world.calls
  const [segment] = one.segments
  if (!segment) throw new Error('There is a segment')

  test('lie where vendor, account, call and segment say', () => {
    expect(bucketOf(quo)).toBe('quo-recordings')
    expect(keyOfSegment(quo, one, segment)).toBe('default/c1/s1.mp3')
  })

  test('are of a kind the vendor keeps', () => {
    for (const vendor of vendors) expect(vendor.stores).toContain(typeAt(vendor, segment))
    expect(vendors.map((vendor) => [vendor.id, typeAt(vendor, segment)])).toEqual([
      ['quo', 'audio/mpeg'],
      ['osvi', 'audio/mpeg'],
      ['envoy', 'audio/mp4'],
      ['feather', 'audio/mpeg'],
      ['voqo', 'audio/mpeg'],
    ])
  })

  test('last as long as the recording, and sound by seed, call and segment', () => {
    const sound = soundOf(world, quo, one, segment)
    expect(sound).toMatchObject({ contentType: 'audio/mpeg' })
    expect(soundOf(world, quo, one, segment)).toBe(sound)
    const voices = [1, 2, 3, 4, 5].map((seed) => soundOf({ ...world, seed }, quo, one, segment).etag)
    expect(new Set(voices).size).toBeGreaterThan(1)
  })

  const keyed = (fields: object): World => ({
    ...world,
    calls: [{ ...one, segments: [{ ...segment, ...fields }] }],
  })

  test.each<[string, World, string, boolean]>([
    ['while it is kept', world, 'default/c1/s1.mp3', true],
    ['not once its source is gone', keyed({ source: always('gone') }), 'default/c1/s1.mp3', false],
    [
      'until its source goes',
      keyed({ source: timeline('kept', [now + 1, 'gone']) }),
      'default/c1/s1.mp3',
      true,
    ],
    ['not once it is deleted', keyed({ status: always('deleted') }), 'default/c1/s1.mp3', false],
    ['though its status is not known', keyed({ status: always(null) }), 'default/c1/s1.mp3', true],
    ['not in another account', world, 'foreign/c1/s1.mp3', false],
    ['not as another kind', world, 'default/c1/s1.m4a', false],
    ['not of another segment', world, 'default/c1/s2.mp3', false],
    ['not of another call', world, 'default/c2/s1.mp3', false],
    ['not below its key', world, 'default/c1/s1.mp3/x', false],
    ['not at no key', world, '', false],
  ])('are found %s', (_, given, key, wanted) => {
    expect(findObject(given, quo, key, now) !== undefined).toBe(wanted)
  })
})
