import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scenes } from '../../contracts/arbitraries/moments.ts'
import { simulate } from '../../mocks/simulator.ts'
import { keyHeaders } from '../../mocks/vendors/ask.ts'
import { idOf } from '../../mocks/vendors/lookup.ts'
import { unused } from '../../mocks/world/usage.ts'
import { asking, eachVendor, keyedVendors, settingOf, textOf } from '../support/asking.ts'
import { fetched, linksOf } from '../support/links.ts'

const calm = () => scenes({ disturbed: false })

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
  test.each(eachVendor)('a link of %s opens nothing there, even in the same world', (_, vendor) => {
    let met = 0
    fc.assert(
      fc.property(calm(), ({ world, now }) => {
        for (const { url, worth } of linksOf(vendor, world, now)) {
          const refused = fetched(world, url, now, 'other')
          expect(refused.status).toBe(403)
          expect(textOf(refused)).toContain(worth === 'arrives-dead' ? 'has expired' : 'InvalidAccessKeyId')
          met++
        }
      }),
      { numRuns: 200 },
    )
    expect(met).toBeGreaterThan(50)
  })

  test.each(eachVendor)(
    'a link of %s that claims to be of another sandbox is not signed by it',
    (_, vendor) => {
      fc.assert(
        fc.property(calm(), ({ world, now }) => {
          const theirs = linksOf(vendor, world, now).filter(({ worth }) => worth === 'live')
          for (const { url } of theirs) {
            const renamed = url.replace(/PHAK[A-Z2-7]+/, 'PHAKN52GQZLS')
            expect(fetched(world, renamed, now, 'other').status).toBe(403)
            expect(textOf(fetched(world, renamed, now, 'other'))).toContain('SignatureDoesNotMatch')
          }
        }),
        { numRuns: 100 },
      )
    },
  )
})
