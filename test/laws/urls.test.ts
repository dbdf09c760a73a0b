import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { worldStart } from '../../contracts/arbitraries/worlds.ts'
import { mintingFor } from '../../mocks/simulator/minting.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import { localPlace } from '../../mocks/world/place.ts'
import { call } from '../../mocks/world/recording.ts'
import { parseWorld } from '../../mocks/world/world.ts'
import { eachVendor } from '../support/asking.ts'

const world = parseWorld({ accounts: [], calls: [] })

/** What a URL is made of, as far as the law goes. */
interface Made {
  readonly account: string
  readonly ref: string
  readonly segment: string
  readonly second: number
  readonly sandbox: string
}

const made = fc.record<Made>({
  account: fc.constantFrom('default', 'foreign'),
  ref: fc.constantFrom('c1', 'c2'),
  segment: fc.constantFrom('s1', 's2'),
  second: fc.nat(5),
  sandbox: fc.constantFrom('default', 'other'),
})

describe('URLs differ by account, segment, sandbox and signing second, and by nothing else', () => {
  test.each(eachVendor)('%s', (_, vendor) => {
    const urlOf = ({ account, ref, segment, second, sandbox }: Made, ms: Instant): string | undefined => {
      const one = call(ref, { account, segments: [{ id: segment, status: 'completed' }] })
      const [only] = one.segments
      const minting = mintingFor(world, { ...localPlace, sandbox }, vendor)
      return only && minting.mint(one, only, worldStart + second * 1000 + ms)?.url
    }
    const signature = (url: string | undefined) => url?.split('X-Amz-Signature=')[1]
    fc.assert(
      fc.property(made, made, fc.nat(999), fc.nat(999), (one, other, ms, otherMs) => {
        const [url, otherUrl] = [urlOf(one, ms), urlOf(other, otherMs)]
        expect(url).toMatch(/^http.*X-Amz-Signature=[0-9a-f]{64}$/)
        const same = JSON.stringify(one) === JSON.stringify(other)
        expect(url === otherUrl).toBe(same)
        expect(signature(url) === signature(otherUrl)).toBe(same)
      }),
      { numRuns: 300 },
    )
  })
})
