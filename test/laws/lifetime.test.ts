import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scenes } from '../../contracts/arbitraries/moments.ts'
import type { Vendor } from '../../mocks/vendors/define.ts'
import type { LinkKind } from '../../mocks/world/recording.ts'
import { type StorageId, storageIds } from '../../mocks/world/storage-id.ts'
import { eachVendor, textOf } from '../support/asking.ts'
import { fetched, linksOf, withLinks, withStorage } from '../support/links.ts'
import { tally } from '../support/tally.ts'

/** Alive as far as time goes: the object itself can have gone meanwhile. */
const alive = [200, 404]

const handedOut = (vendor: Vendor, storage: StorageId, kind?: LinkKind) =>
  scenes({ disturbed: false, various: true }).map(({ world: given, now }) => {
    const stored = withStorage(given, storage)
    const world = kind === undefined ? stored : withLinks(stored, kind)
    return { world, now, links: linksOf(vendor, world, now) }
  })

/** What each flavour says of a link that has ended, and of one whose signer's session has. */
const words: Readonly<Record<StorageId, { status: number; ended: string; session: string }>> = {
  s3: { status: 403, ended: 'Request has expired', session: '<Code>ExpiredToken</Code>' },
  gcs: { status: 400, ended: '<Code>ExpiredToken</Code>', session: '<Code>ExpiredToken</Code>' },
  // A web server knows no ends: what is gone is not found.
  plain: { status: 404, ended: '404 Not Found', session: '404 Not Found' },
}

const everywhere = eachVendor.flatMap(([id, vendor]) =>
  storageIds.map((storage) => [id, storage, vendor] as const),
)
const signed = everywhere.filter(([, storage]) => storage !== 'plain')

describe('the lifetime told, counted from receipt, never ends after the lifetime kept', () => {
  test.each(everywhere)('%s, tried on storage of the kind %s', (_, storage, vendor) => {
    const tried = tally()
    fc.assert(
      fc.property(handedOut(vendor, storage), ({ world, now, links }) => {
        for (const { url, until, toldUntil, worth } of links) {
          if (worth !== 'live') continue
          expect(until === undefined).toBe(storage === 'plain')
          expect(toldUntil === undefined).toBe(vendor.link.told === 'untold')
          if (toldUntil !== undefined) {
            expect(toldUntil).toBeGreaterThanOrEqual(now)
            expect(toldUntil).toBeLessThanOrEqual(until ?? Number.POSITIVE_INFINITY)
          }
          // Of a link without an end the one that is told is as far as anybody may ask.
          const last = fetched(world, url, (until ?? (toldUntil ?? now) + 1) - 1)
          expect(alive).toContain(last.status)
          tried.add(String(last.status))
        }
      }),
      { numRuns: 200 },
    )
    expect(tried.of('200')).toBeGreaterThan(25)
  })

  test.each(signed)('and a link of %s at %s ends when it says that it does', (_, storage, vendor) => {
    const { status, ended } = words[storage]
    fc.assert(
      fc.property(handedOut(vendor, storage, 'live'), ({ world, links }) => {
        for (const { url, until = 0 } of links) {
          const dead = fetched(world, url, until)
          expect([dead.status, textOf(dead)]).toEqual([status, expect.stringContaining(ended)])
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('except where early death is the point', () => {
  test.each(everywhere)('links of %s at %s that arrive dead are refused at once', (_, storage, vendor) => {
    const { status, ended } = words[storage]
    fc.assert(
      fc.property(handedOut(vendor, storage, 'arrives-dead'), ({ world, now, links }) => {
        for (const { url } of links) {
          const dead = fetched(world, url, now)
          expect([dead.status, textOf(dead)]).toEqual([status, expect.stringContaining(ended)])
        }
      }),
      { numRuns: 100 },
    )
  })

  test.each(everywhere)(
    'links of %s at %s that die early live for half their time, to the millisecond',
    (_, storage, vendor) => {
      fc.assert(
        fc.property(handedOut(vendor, storage, 'dies-early'), ({ world, links }) => {
          for (const { url, from, until } of links) {
            const lifetimeMs = 1000 * (world.lifetimes[vendor.id] ?? vendor.link.lifetimeSeconds)
            const end = from + lifetimeMs / 2
            expect(alive).toContain(fetched(world, url, end - 1).status)
            for (const at of [end, (until ?? from + lifetimeMs) - 1])
              expect(textOf(fetched(world, url, at))).toContain(words[storage].session)
          }
        }),
        { numRuns: 100 },
      )
    },
  )
})
