import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scenes } from '../../contracts/arbitraries/moments.ts'
import { simulate } from '../../mocks/simulator.ts'
import { keyHeaders } from '../../mocks/vendors/ask.ts'
import { idOf } from '../../mocks/vendors/lookup.ts'
import { type StorageId, storageIds } from '../../mocks/world/storage-id.ts'
import { unused } from '../../mocks/world/usage.ts'
import { asking, eachVendor, keyedVendors, settingOf, textOf } from '../support/asking.ts'
import { fetched, linksOf, withStorage } from '../support/links.ts'

const calm = () => scenes({ disturbed: false, various: true })
const calmAt = (storage: StorageId) =>
  calm().map(({ world, now }) => ({ world: withStorage(world, storage), now }))

/** How each flavour refuses a signer whom it does not know, a signature that is not that signer's, and what has ended. */
const words: Readonly<Record<StorageId, { unknown: string; unsigned: string; ended: string }>> = {
  s3: { unknown: 'InvalidAccessKeyId', unsigned: 'SignatureDoesNotMatch', ended: 'has expired' },
  gcs: { unknown: 'InvalidSecurity', unsigned: 'SignatureDoesNotMatch', ended: 'ExpiredToken' },
  plain: { unknown: '404 Not Found', unsigned: '404 Not Found', ended: '404 Not Found' },
}

const everywhere = eachVendor.flatMap(([id, vendor]) =>
  storageIds.map((storage) => [id, storage, vendor] as const),
)

describe('no response tells anything of another account', () => {
  test.each(keyedVendors)('%s answers its call as one that does not exist', (_, vendor) => {
    const unknown = vendor.ids.of('f'.repeat(32))
    const keys = ['playhead', 'foreign-'].map((owner) => ({
      owner: owner === 'playhead' ? 'default' : 'foreign',
      headers: keyHeaders(vendor, vendor.credential?.defaultKey.replace('playhead', owner)),
    }))
    let met = 0
    fc.assert(
      fc.property(calm(), fc.constantFrom(...keys), ({ world, now }, { owner, headers }) => {
        const setting = settingOf(world, now)
        for (const call of world.calls.filter(({ account }) => account !== owner)) {
          const id = idOf(vendor, world, call)
          const foreign = simulate(setting, unused, 'api', asking(vendor, id, headers))
          const none = simulate(setting, unused, 'api', asking(vendor, unknown, headers))
          expect(foreign.response.status).toBe(none.response.status)
          // Byte for byte, but for the id asked for and the trace of the request.
          const plain = (text: string) => text.replace(/"trace":"\w+"/, '').replaceAll(id, unknown)
          expect(plain(textOf(foreign.response))).toBe(plain(textOf(none.response)))
          expect(foreign.sighting.grants).toEqual([])
          expect(foreign.sighting.call).toBeUndefined()
          met++
        }
      }),
      { numRuns: 300 },
    )
    expect(met).toBeGreaterThan(50)
  })
})

describe('no response tells anything of another sandbox', () => {
  test.each(everywhere)(
    'a link of %s at %s opens nothing there, even in the same world',
    (_, storage, vendor) => {
      let met = 0
      fc.assert(
        fc.property(calmAt(storage), ({ world, now }) => {
          for (const { url, worth } of linksOf(vendor, world, now)) {
            const refused = fetched(world, url, now, 'other')
            expect(refused.status).toBeGreaterThanOrEqual(400)
            const { ended, unknown } = words[storage]
            expect(textOf(refused)).toContain(worth === 'arrives-dead' ? ended : unknown)
            met++
          }
        }),
        { numRuns: 200 },
      )
      expect(met).toBeGreaterThan(50)
    },
  )

  test.each(everywhere)(
    'a link of %s at %s that claims to be of another sandbox is not signed by it',
    (_, storage, vendor) => {
      fc.assert(
        fc.property(calmAt(storage), ({ world, now }) => {
          const theirs = linksOf(vendor, world, now).filter(({ worth }) => worth === 'live')
          for (const { url } of theirs) {
            const renamed = url.replace(/PHAK[A-Z2-7]+/, 'PHAKN52GQZLS')
            expect(renamed).not.toBe(url)
            expect(textOf(fetched(world, renamed, now, 'other'))).toContain(words[storage].unsigned)
          }
        }),
        { numRuns: 100 },
      )
    },
  )
})
