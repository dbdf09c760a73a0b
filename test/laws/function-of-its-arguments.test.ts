import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { troubles } from '../../contracts/arbitraries/disturbances.ts'
import { scenes } from '../../contracts/arbitraries/moments.ts'
import { type Origin, type Simulated, simulate } from '../../mocks/simulator.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import type { WireRequest } from '../../mocks/world/exchange.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import { type Usage, unused } from '../../mocks/world/usage.ts'
import { parseWorld, type World } from '../../mocks/world/world.ts'
import { answers } from '../support/answers.ts'
import { eachVendor, fetching, settingOf } from '../support/asking.ts'
import { linksOf } from '../support/links.ts'

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value))

/** All there is to see of an answer, its media bytes as well. */
const seen = ({ response, usage, sighting }: Simulated): unknown => {
  const { body, ...rest } = response
  const bytes = typeof body === 'object' ? [body.length, ...body.read(0, 2000)] : body
  return { ...rest, bytes, usage, sighting }
}

const again = (world: World, now: Instant, usage: Usage, origin: Origin, request: WireRequest): unknown =>
  seen(simulate(settingOf(world, now), usage, origin, request))

const trouble = fc.array(troubles(), { maxLength: 2 })

describe('an answer is a function of world, usage, now and request', () => {
  test.each(eachVendor)(
    '%s answers the same bytes again, and from a world and usage read from JSON',
    (_, vendor) => {
      fc.assert(
        fc.property(answers(vendor, trouble), ({ world, now, request, before, ...answer }) => {
          const first = seen(answer)
          expect(again(world, now, before, 'api', request)).toEqual(first)
          // A world read anew shares no memory with the first: what is remembered beside it changes nothing.
          expect(again(parseWorld(throughJson(world)), now, throughJson(before), 'api', request)).toEqual(
            first,
          )
        }),
        { numRuns: 200 },
      )
    },
  )

  test.each(eachVendor)('and so does storage, for the links of %s', (_, vendor) => {
    fc.assert(
      fc.property(answers(vendor, trouble), fc.nat(4_000_000), ({ world, now, sighting }, later) => {
        for (const { url } of sighting.grants) {
          const first = again(world, now + later, unused, 'storage', fetching(url))
          expect(again(world, now + later, unused, 'storage', fetching(url))).toEqual(first)
          expect(
            again(parseWorld(throughJson(world)), now + later, unused, 'storage', fetching(url)),
          ).toEqual(first)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('answering changes nothing', () => {
  test('neither the world nor the usage it was given', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...vendors).chain((vendor) => answers(vendor, trouble)),
        (asked) => {
          const before = JSON.stringify([asked.world, asked.before])
          again(asked.world, asked.now, asked.before, 'api', asked.request)
          expect(JSON.stringify([asked.world, asked.before])).toBe(before)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('nor what a world answers that shares its parts with another', () => {
    fc.assert(
      fc.property(scenes({ disturbed: false }), fc.constantFrom(...vendors), ({ world, now }, vendor) => {
        const heard = (one: World) =>
          linksOf(vendor, one, now).map(({ url }) => again(one, now, unused, 'storage', fetching(url)))
        const twin = { ...world, seed: world.seed + 1 }
        heard(world)
        expect(heard(twin)).toEqual(heard(parseWorld(throughJson(twin))))
      }),
      { numRuns: 200 },
    )
  })
})
