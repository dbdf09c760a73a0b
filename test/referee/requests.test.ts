import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cases } from '../../contracts/arbitraries/cases.ts'
import { reference } from '../../contracts/clients/reference.ts'
import { runCase } from '../../contracts/run/run-case.ts'
import { fixedIds, refs } from '../../mocks/scenarios/refs.ts'
import { keyHeaders } from '../../mocks/vendors/ask.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import { idOf } from '../../mocks/vendors/lookup.ts'
import { routeOf } from '../../mocks/vendors/route.ts'
import { callOf } from '../../mocks/world/lookup.ts'
import { populationRef } from '../../mocks/world/population.ts'
import { parseWorld } from '../../mocks/world/world.ts'
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

  test.each(eachVendor)('accepts what the reference client asks of %s', async (id, vendor) => {
    const { judgeRequest } = await referee(id)
    let judged = 0
    for (const given of fc.sample(cases(id), { numRuns: 40, seed: 1 })) {
      const { events } = await runCase(given, vendor, reference)
      for (const event of events) {
        const route = event.kind === 'sent' && event.role === 'api' ? routeOf(vendors, event.path) : undefined
        // An id that the vendor does not write is a test of the client's escaping: the vendor refuses it.
        if (event.kind !== 'sent' || !route || vendor.ids.faultOf(decodeURIComponent(route.rawId))) continue
        const { method, path, headers } = event
        expect(judgeRequest(route.operation.id, { method, path, headers }), path).toEqual([])
        judged++
      }
    }
    expect(judged).toBeGreaterThan(50)
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
