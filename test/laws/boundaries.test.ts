import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { worldStart, worlds } from '../../contracts/arbitraries/worlds.ts'
import { simulate } from '../../mocks/simulator.ts'
import { keyHeaders } from '../../mocks/vendors/ask.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import { idOf } from '../../mocks/vendors/lookup.ts'
import { boundariesOf } from '../../mocks/world/boundaries.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import { repliesAt } from '../../mocks/world/replies-at.ts'
import { sourceOf } from '../../mocks/world/retention.ts'
import { matches } from '../../mocks/world/striking.ts'
import { valueAt } from '../../mocks/world/timeline.ts'
import { unused } from '../../mocks/world/usage.ts'
import type { World } from '../../mocks/world/world.ts'
import { answeredBy, asking, eachVendor, settingOf } from '../support/asking.ts'
import { fetched, linksOf } from '../support/links.ts'

/** Worlds whose troubles come and go; some of their windows are empty or turned round. */
const windowed = (): fc.Arbitrary<World> => {
  const end = fc.option(
    fc.integer({ min: 0, max: 8 }).map((minutes) => worldStart + minutes * 60_000),
    { nil: undefined },
  )
  return fc
    .tuple(worlds({ various: true }), fc.array(fc.tuple(end, end), { maxLength: 3 }))
    .map(([world, ends]) => ({
      ...world,
      disturbances: world.disturbances.map((one, index) => {
        const [from, until] = ends[index] ?? []
        return { ...one, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }
      }),
    }))
}

/** Two instants with no boundary after the first, up to and including the second. */
const neighbours = (boundaries: readonly Instant[]): fc.Arbitrary<readonly [Instant, Instant]> => {
  const edges = [worldStart - 60_000, ...boundaries, worldStart + 8_000_000].toSorted((a, b) => a - b)
  return fc
    .nat(edges.length - 2)
    .chain((index) => {
      const [from = 0, to = 0] = edges.slice(index, index + 2)
      const within = fc.integer({ min: from, max: Math.max(from, to - 1) })
      return fc.tuple(within, within)
    })
    .map(([one, other]) => (one < other ? ([one, other] as const) : ([other, one] as const)))
}

/** What an answer means, but for its deadlines and URLs. */
const timeless = (meaning: unknown): unknown =>
  JSON.parse(
    JSON.stringify(meaning, (name, value) =>
      ['url', 'expiresAt', 'retryAfterSeconds'].includes(name) ? name : value,
    ),
  )

describe('between two boundaries the meaning of an answer is constant', () => {
  test.each(eachVendor)('%s', (_, vendor) => {
    const scene = windowed().chain((world) =>
      neighbours(boundariesOf(world)).map(([one, other]) => ({ world, one, other })),
    )
    const keys = [keyHeaders(vendor), keyHeaders(vendor, 'nobody')]
    fc.assert(
      fc.property(scene, fc.constantFrom(...keys), ({ world, one, other }, headers) => {
        for (const call of world.calls)
          for (const operation of vendor.operations) {
            const request = asking(vendor, idOf(vendor, world, call), headers, operation)
            const [first, second] = [one, other].map((now) => {
              const { response, sighting } = simulate(settingOf(world, now), unused, 'api', request)
              const decode = operation.asks === 'replies' ? vendor.decodeReplies : vendor.decode
              const { account, call: found, said, trouble, breaks } = sighting
              return timeless([
                decode?.(answeredBy(response), now),
                { account, found, said, trouble, breaks },
              ])
            })
            expect(second).toEqual(first)
          }
      }),
      { numRuns: 250 },
    )
  })

  test.each(eachVendor)(
    'and of what storage answers to a link of %s, whose own end is one more',
    (_, vendor) => {
      let met = 0
      const scene = windowed()
        .chain((world) => fc.tuple(fc.constant(world), neighbours(boundariesOf(world))))
        .chain(([world, [now]]) => {
          const links = linksOf(vendor, world, now).filter(({ worth }) => worth === 'live')
          const ends = links.flatMap(({ until = now }) => until)
          // A link lives from its second's beginning on, and the world can have changed within that second.
          const since = Math.min(now, ...links.map(({ from }) => from))
          const boundaries = [...new Set([...boundariesOf(world), ...ends, since])].toSorted((a, b) => a - b)
          return neighbours(boundaries.filter((at) => at >= since)).map(([one, other]) => ({
            world,
            links,
            one,
            other,
          }))
        })
      fc.assert(
        fc.property(scene, ({ world, links, one, other }) => {
          for (const { url, from } of links.filter((link) => one >= link.from)) {
            expect(one).toBeGreaterThanOrEqual(from)
            const [first, second] = [one, other].map((at) => fetched(world, url, at))
            expect(second?.status).toBe(first?.status)
            expect(second?.delivery).toEqual(first?.delivery)
            met++
          }
        }),
        { numRuns: 250 },
      )
      expect(met).toBeGreaterThan(20)
    },
  )
})

/** All that an answer is made from, at an instant: the law holds of this, since one fact may hide another on the wire. */
const facts = (world: World, now: Instant): unknown => {
  const { accounts, calls, disturbances } = world
  return {
    keys: accounts.flatMap(({ keys }) => keys.map(({ state }) => valueAt(state, now))),
    calls: calls.map(({ known, codeValid, policy, redaction, segments, replies }) => ({
      known: [known, codeValid, policy, redaction].map((one) => one && valueAt(one as never, now)),
      replies: repliesAt(replies, now).length,
      segments: segments.map((segment) =>
        [
          segment.status,
          segment.link,
          segment.source,
          ...vendors.map(({ id }) => sourceOf(world, id, segment)),
        ].map((one) => valueAt(one as never, now)),
      ),
    })),
    troubles: disturbances.map((one) =>
      matches({ ...one, on: {} }, { role: 'api', vendor: '', operation: '', call: undefined }, now),
    ),
  }
}

describe('every boundary changes something', () => {
  test('of what answers are made from', () => {
    let met = 0
    fc.assert(
      fc.property(windowed(), (world) => {
        for (const at of boundariesOf(world)) {
          expect(facts(world, at)).not.toEqual(facts(world, at - 1))
          met++
        }
      }),
      { numRuns: 500 },
    )
    expect(met).toBeGreaterThan(500)
  })

  test('and nothing of it changes at any other instant', () => {
    fc.assert(
      fc.property(
        windowed().chain((world) => fc.tuple(fc.constant(world), neighbours(boundariesOf(world)))),
        ([world, [one, other]]) => {
          expect(facts(world, other)).toEqual(facts(world, one))
        },
      ),
      { numRuns: 500 },
    )
  })
})
