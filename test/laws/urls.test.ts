import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { worldStart } from '../../contracts/arbitraries/worlds.ts'
import { mintingFor } from '../../mocks/simulator/minting.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import { localPlace } from '../../mocks/world/place.ts'
import { call } from '../../mocks/world/recording.ts'
import { type StorageId, storageIds } from '../../mocks/world/storage-id.ts'
import { parseWorld } from '../../mocks/world/world.ts'
import { eachVendor } from '../support/asking.ts'
import { withStorage } from '../support/links.ts'

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

/** A plain link says nothing of when it was given: a file stays where it is. */
const differing = ({ second, ...rest }: Made, storage: StorageId): string =>
  JSON.stringify(storage === 'plain' ? rest : { ...rest, second })

const secrets: Readonly<Record<StorageId, RegExp>> = {
  s3: /X-Amz-Signature=([0-9a-f]{64})$/,
  gcs: /X-Goog-Signature=([0-9a-f]{64})$/,
  plain: /\.([0-9a-f]{32})\//,
}

const everywhere = eachVendor.flatMap(([id, vendor]) =>
  storageIds.map((storage) => [id, storage, vendor] as const),
)

describe('URLs differ by account, segment, sandbox and signing second, and by nothing else', () => {
  test.each(everywhere)('%s, at storage of the kind %s', (_, storage, vendor) => {
    const urlOf = ({ account, ref, segment, second, sandbox }: Made, ms: Instant): string | undefined => {
      const one = call(ref, { account, segments: [{ id: segment, status: 'completed' }] })
      const [only] = one.segments
      const minting = mintingFor(withStorage(world, storage), { ...localPlace, sandbox }, vendor)
      return only && minting.mint(one, only, worldStart + second * 1000 + ms)?.url
    }
    const secret = (url: string | undefined) => secrets[storage].exec(url ?? '')?.[1]
    fc.assert(
      fc.property(made, made, fc.nat(999), fc.nat(999), (one, other, ms, otherMs) => {
        const [url, otherUrl] = [urlOf(one, ms), urlOf(other, otherMs)]
        expect(secret(url)).toMatch(/^[0-9a-f]+$/)
        const same = differing(one, storage) === differing(other, storage)
        expect(url === otherUrl).toBe(same)
        expect(secret(url) === secret(otherUrl)).toBe(same)
      }),
      { numRuns: 300 },
    )
  })
})
