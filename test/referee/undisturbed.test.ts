import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answers } from '../support/answers.ts'
import { eachVendor } from '../support/asking.ts'
import { tally } from '../support/tally.ts'
import { referee } from './prism.ts'

describe('Prism accepts every undisturbed answer', () => {
  test.each(eachVendor)('of %s', async (id, vendor) => {
    const { judgeResponse } = await referee(id)
    const judged = tally()
    fc.assert(
      fc.property(answers(vendor), ({ operation, response, sighting }) => {
        expect(sighting.breaks).toEqual([])
        expect(judgeResponse(operation.id, response), String(response.body)).toEqual([])
        judged.add(String(response.status))
      }),
      { numRuns: 2000 },
    )
    console.info(`${id}: Prism accepted ${judged.told()}`)
    expect(judged.of('200')).toBeGreaterThan(200)
    expect(judged.of('404')).toBeGreaterThan(20)
    expect(judged.of('405')).toBeGreaterThan(20)
  })
})
