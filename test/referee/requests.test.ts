import { describe, expect, test } from 'vitest'
import { fixedIds, refs } from '../../mocks/scenarios/refs.ts'
import { keyHeaders } from '../../mocks/vendors/ask.ts'
import { idOf } from '../../mocks/vendors/lookup.ts'
import { populationRef } from '../../mocks/world/population.ts'
import { callOf, parseWorld } from '../../mocks/world/world.ts'
import { asking, eachVendor, keyedVendors } from '../support/asking.ts'
import { referee } from './prism.ts'

const crowd = parseWorld({ accounts: [], calls: [], population: { count: 50 } })

describe('Prism', () => {
  test.each(eachVendor)('accepts our requests to %s', async (id, vendor) => {
    const { judgeRequest } = await referee(id)
    const derived = Array.from({ length: 50 }, (_, index) => callOf(crowd, populationRef(index)))
    const ids = [
      ...refs.map((ref) => fixedIds(ref)[id]),
      ...derived.map((call) => call && idOf(vendor, crowd, call)),
    ]
    for (const operation of vendor.operations)
      for (const asked of ids) {
        const request = asking(vendor, asked ?? '', keyHeaders(vendor), operation)
        expect(judgeRequest(operation.id, request), request.path).toEqual([])
      }
  })

  test.each(keyedVendors)('refuses a request to %s without a key, or in another form', async (id, vendor) => {
    const { judgeRequest } = await referee(id)
    const [operation] = vendor.operations
    const asked = fixedIds('playable')[id] ?? ''
    const elsewhere = { 'x-token': vendor.credential?.defaultKey ?? '' }
    for (const headers of [{}, elsewhere])
      expect(judgeRequest(operation?.id ?? '', asking(vendor, asked, headers))).toEqual([
        'Invalid security scheme used',
      ])
  })

  test.each(keyedVendors)('refuses an id that %s does not write', async (id, vendor) => {
    const { judgeRequest } = await referee(id)
    const [operation] = vendor.operations
    expect(judgeRequest(operation?.id ?? '', asking(vendor, 'nonsense'))).toHaveLength(1)
  })
})
