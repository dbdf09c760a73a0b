import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answers } from '../support/answers.ts'
import { eachVendor } from '../support/asking.ts'
import { effects } from '../support/effects.ts'
import { tally } from '../support/tally.ts'
import { referee } from './prism.ts'

const trouble = effects().map((effect) => [{ effect, on: {}, skip: 0 }])

describe('Prism refuses exactly the disturbed answers that declare what they break', () => {
  test.each(eachVendor)('of %s', async (id, vendor) => {
    const { judgeResponse } = await referee(id)
    const judged = tally()
    fc.assert(
      fc.property(answers(vendor, trouble), ({ operation, response, sighting, world }) => {
        // How an answer travels is no matter of the document.
        const breaks = sighting.breaks.filter((part) => part !== 'transport')
        const violations = judgeResponse(operation.id, response)
        const plain = world.profiles?.[id] === 'live' ? 'live' : 'undisturbed'
        const kind = sighting.trouble ? world.disturbances[0]?.effect.kind : plain
        const says = `${JSON.stringify(world.disturbances)} → ${response.status} ${response.body} breaks ${breaks}: ${violations}`
        expect(violations.length > 0, says).toBe(breaks.length > 0)
        judged.add(`${kind} ${breaks.length > 0 ? 'refused' : 'accepted'}`)
      }),
      { numRuns: 2000 },
    )
    console.info(`${id}: Prism judged ${judged.told()}`)
    for (const kind of ['status', 'content-type', 'new-fields', 'null-metadata'])
      expect(judged.of(`${kind} accepted`), kind).toBeGreaterThan(0)
    for (const kind of ['status', 'content-type', 'body', 'redirect', 'hollow'])
      expect(judged.of(`${kind} refused`), kind).toBeGreaterThan(0)
    expect(judged.of('undisturbed refused') + judged.of('body accepted')).toBe(0)
  })
})
