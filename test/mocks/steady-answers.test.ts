import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { worldStart, worlds } from '../../contracts/arbitraries/worlds.ts'
import { readStart } from '../../mocks/hosts/written-start.ts'
import { createBackend } from '../../mocks/sandboxes.ts'
import { type Answer, answerTo, type Origin, planOf, type Setting } from '../../mocks/simulator.ts'
import { openSteadyAnswers } from '../../mocks/steady-answers.ts'
import { openLedger } from '../../mocks/stores/ledger.ts'
import { keyHeaders } from '../../mocks/vendors/ask.ts'
import type { Vendor } from '../../mocks/vendors/define.ts'
import { idOf } from '../../mocks/vendors/lookup.ts'
import { boundariesOf } from '../../mocks/world/boundaries.ts'
import type { WireRequest } from '../../mocks/world/exchange.ts'
import { type Hasher, nobleHasher } from '../../mocks/world/hash.ts'
import { type Instant, toHttpDate } from '../../mocks/world/instant.ts'
import { unused } from '../../mocks/world/usage.ts'
import type { World } from '../../mocks/world/world.ts'
import { asking, eachVendor, fetching, settingOf } from '../support/asking.ts'

/** Steps of a clock as a busy server has them: mostly within the second, at times beyond it or back. */
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.nat(300) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1, 999, 1000, -1, -700, 60_000) },
  ),
  { minLength: 5, maxLength: 25, size: 'max' },
)

/** What a vendor's operations answer of each of a world's calls. */
const answersOf = (setting: Setting, vendor: Vendor): readonly Answer[] =>
  setting.world.calls.flatMap((call) =>
    vendor.operations.map((operation) => {
      const request = asking(vendor, idOf(vendor, setting.world, call), keyHeaders(vendor), operation)
      return answerTo(setting, 'api', request, planOf(setting, 'api', request), unused)
    }),
  )

/** An answer whose media are read, as far as two of them can differ. */
const legible = ({ response: { body, ...response }, sighting }: Answer): unknown => ({
  sighting,
  response,
  body:
    typeof body === 'object'
      ? [body.length, body.read(0, 100), body.read(body.length - 100, body.length)]
      : body,
})

interface Asked {
  readonly world: World
  readonly requests: readonly WireRequest[]
  readonly begin: Instant
  readonly moves: readonly number[]
}

/** Holds all answers to what would be answered anew, while the clock moves. @returns how often one was told again */
const toldAgain = (origin: Origin, { world, requests, begin, moves }: Asked): number => {
  const answered = openSteadyAnswers()
  const [remembered, anew] = [openLedger(), openLedger()]
  const seen = new Set<unknown>()
  let now = begin
  let told = 0
  for (const move of moves) {
    now = Math.max(0, now + move)
    const setting = settingOf(world, now)
    for (const request of requests) {
      const { touch, answer } = answered(setting, origin, request)
      const plan = planOf(setting, origin, request)
      expect(touch).toEqual(plan.touch)
      const given = answer(remembered.count(touch, now)) as Answer
      const wanted = answerTo(setting, origin, request, plan, anew.count(plan.touch, now))
      expect(legible(given)).toEqual(legible(wanted))
      if (seen.has(given)) told++
      seen.add(given)
    }
  }
  return told
}

describe('what is remembered of an answer is what would be answered anew', () => {
  test.each(eachVendor)('%s: to the byte, wherever the clock goes, with all that is counted', (_, vendor) => {
    let told = 0
    fc.assert(
      fc.property(worlds({ various: true }), steps, fc.nat(4), (world, moves, nth) => {
        const requests: readonly WireRequest[] = world.calls.flatMap((call) =>
          vendor.operations.map((operation) =>
            asking(vendor, idOf(vendor, world, call), keyHeaders(vendor), operation),
          ),
        )
        told += toldAgain('api', { world, requests, begin: boundariesOf(world)[nth] ?? worldStart, moves })
      }),
      { numRuns: 60 },
    )
    // Or nothing at all was remembered, and all of this says nothing.
    expect(told).toBeGreaterThan(100)
  })

  test.each(eachVendor)('%s: of what storage sends as well, whatever part and condition', (_, vendor) => {
    let told = 0
    const ranges = fc.constantFrom(undefined, 'bytes=0-99', 'bytes=50-', 'bytes=-10', 'bytes=99999999-')
    const conditions = fc.constantFrom(
      { 'if-none-match': '"another"' },
      { 'if-none-match': '*' },
      { 'if-modified-since': toHttpDate(worldStart) },
      // A date with a fraction is none that HTTP knows, and is read all the same.
      { 'if-modified-since': new Date(worldStart + 1500).toUTCString().replace(' GMT', '.700 GMT') },
    )
    const headers = fc
      .tuple(ranges, fc.option(conditions, { freq: 2 }))
      .map(([range, condition]) => ({ ...(range && { range }), ...condition }))
    fc.assert(
      fc.property(
        worlds({ various: true }),
        steps,
        headers,
        fc.boolean(),
        (world, moves, sent, nearTheEnd) => {
          const instants = [worldStart, ...boundariesOf(world)]
          const links = instants.flatMap((at) =>
            answersOf(settingOf(world, at), vendor).flatMap(({ sighting }) => sighting.grants),
          )
          const requests = [...new Set(links.map(({ url }) => url))]
            .slice(0, 6)
            .map((url) => fetching(url, sent))
          // Some begin where a link is about to end, in all the ways it can.
          const [link] = links
          const end = link?.diesAt ?? link?.until
          const begin = nearTheEnd && end !== undefined ? end - 1200 : (link?.from ?? worldStart)
          told += toldAgain('storage', { world, requests, begin, moves })
        },
      ),
      { numRuns: 150 },
    )
    expect(told).toBeGreaterThan(100)
  })
})

describe('what a second brings is worked out before it begins', () => {
  /** How many links were signed for one request at each of these moments of a server, in milliseconds. */
  const signedAt = async (moments: readonly number[]): Promise<readonly number[]> => {
    let now = worldStart
    let signed = 0
    const hmacHex: Hasher['hmacHex'] = (key, data) => {
      signed++
      return nobleHasher.hmacHex(key, data)
    }
    const world = {
      calls: [{ ref: 'c1', segments: [{ id: 's1', status: 'completed', durationSeconds: 9 }] }],
    }
    const backend = createBackend({
      origins: { api: 'http://127.0.0.1:4010', storage: 'http://127.0.0.1:4011' },
      start: await readStart({ world }, worldStart),
      real: () => now,
      hasher: { ...nobleHasher, hmacHex },
    })
    const state = await backend.session().state()
    const [call] = state.world.calls
    const [, vendor] = eachVendor.find(([id]) => id === 'osvi') ?? []
    if (!call || !vendor) throw new Error('There is a call, and a vendor to ask for it')
    const request = asking(vendor, idOf(vendor, state.world, call))
    const counts: number[] = []
    for (const moment of moments) {
      now = worldStart + moment
      const before = signed
      expect((await backend.answer('api', request)).status).toBe(200)
      counts.push(signed - before)
    }
    return counts
  }

  test.each<[string, readonly number[], readonly number[]]>([
    ['once for a second that is asked about twice', [1, 2, 1001, 1400], [1, 1, 0, 1]],
    ['not for one that nobody may ask about', [1, 2001, 4001], [1, 1, 1]],
    ['though its first instant has an answer of its own', [1, 2, 1000, 1001], [1, 1, 0, 0]],
    ['and anew where the clock went past it', [1, 2, 9001, 9999], [1, 1, 1, 1]],
    ['and anew where the clock went back', [5001, 5002, 1001, 1002, 1999], [1, 1, 1, 0, 1]],
  ])('%s', async (_, moments, wanted) => {
    expect(await signedAt(moments)).toEqual(wanted)
  })
})
