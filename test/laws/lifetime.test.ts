import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scenes } from '../../contracts/arbitraries/moments.ts'
import type { Vendor } from '../../mocks/vendors/define.ts'
import type { LinkKind } from '../../mocks/world/recording.ts'
import { eachVendor, textOf } from '../support/asking.ts'
import { fetched, linksOf, withLinks } from '../support/links.ts'
import { tally } from '../support/tally.ts'

/** Alive as far as time goes: the object itself can have gone meanwhile. */
const alive = [200, 404]

const handedOut = (vendor: Vendor, kind?: LinkKind) =>
  scenes({ disturbed: false }).map(({ world: given, now }) => {
    const world = kind === undefined ? given : withLinks(given, kind)
    return { world, now, links: linksOf(vendor, world, now) }
  })

describe('the lifetime told, counted from receipt, never ends after the lifetime kept', () => {
  test.each(eachVendor)('%s, tried on storage', (_, vendor) => {
    const tried = tally()
    fc.assert(
      fc.property(handedOut(vendor), ({ world, now, links }) => {
        for (const { url, until = now, toldUntil, worth } of links) {
          if (worth !== 'live') continue
          expect(toldUntil === undefined).toBe(vendor.link.told === 'untold')
          if (toldUntil !== undefined) {
            expect(toldUntil).toBeGreaterThanOrEqual(now)
            expect(toldUntil).toBeLessThanOrEqual(until)
          }
          const last = fetched(world, url, until - 1)
          expect(alive).toContain(last.status)
          const dead = fetched(world, url, until)
          expect(dead.status).toBe(403)
          expect(textOf(dead)).toContain('Request has expired')
          tried.add(String(last.status))
        }
      }),
      { numRuns: 400 },
    )
    expect(tried.of('200')).toBeGreaterThan(50)
  })
})

describe('except where early death is the point', () => {
  test.each(eachVendor)('links of %s that arrive dead are refused at once', (_, vendor) => {
    fc.assert(
      fc.property(handedOut(vendor, 'arrives-dead'), ({ world, now, links }) => {
        for (const { url } of links) expect(textOf(fetched(world, url, now))).toContain('Request has expired')
      }),
      { numRuns: 100 },
    )
  })

  test.each(eachVendor)(
    'links of %s that die early live for half their time, to the millisecond',
    (_, vendor) => {
      fc.assert(
        fc.property(handedOut(vendor, 'dies-early'), ({ world, links }) => {
          for (const { url, from, until = from } of links) {
            const end = from + (until - from) / 2
            expect(alive).toContain(fetched(world, url, end - 1).status)
            for (const at of [end, until - 1])
              expect(textOf(fetched(world, url, at))).toContain('<Code>ExpiredToken</Code>')
          }
        }),
        { numRuns: 100 },
      )
    },
  )
})
