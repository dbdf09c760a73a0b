import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answers } from '../support/answers.ts'
import { eachVendor } from '../support/asking.ts'
import { tally } from '../support/tally.ts'
import { referee } from './prism.ts'

describe('Prism accepts every undisturbed answer but errors in words that were seen live, and refuses those', () => {
  test.each(eachVendor)('of %s', async (id, vendor) => {
    const { judgeResponse } = await referee(id)
    const judged = tally()
    fc.assert(
      fc.property(answers(vendor), ({ world, operation, response, sighting }) => {
        const live = id === 'quo' && world.profiles?.quo === 'live' && response.status !== 200
        expect(sighting.breaks).toEqual(live ? ['body'] : [])
        const violations = judgeResponse(operation.id, response)
        expect(violations.length > 0, `${response.body}: ${violations}`).toBe(live)
        judged.add(`${response.status}${live ? ' live' : ''}`)
      }),
      { numRuns: 2000 },
    )
    console.info(`${id}: Prism accepted ${judged.told()}`)
    expect(judged.of('200')).toBeGreaterThan(200)
    expect(judged.of('404')).toBeGreaterThan(20)
    expect(judged.of('405')).toBeGreaterThan(20)
  })
})
