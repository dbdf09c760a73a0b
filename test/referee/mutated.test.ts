import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Vendor } from '../../mocks/vendors/define.ts'
import { type Asked, answers } from '../support/answers.ts'
import { eachVendor } from '../support/asking.ts'
import { effectsByKind } from '../support/effects.ts'
import { tally } from '../support/tally.ts'
import { type Mutation, mutated, mutationKinds, mutationsOf } from './mutation.ts'
import { permitted, permitting } from './permitted.ts'
import { referee } from './prism.ts'

/** Real answers that conform: undisturbed, or a refusal that the document lists. */
const conforming = (vendor: Vendor) => {
  const trouble = fc.option(effectsByKind.status, { freq: 3, nil: undefined })
  return answers(
    vendor,
    // Of several bodies for one status the document's own: what else is permitted depends on the status alone then.
    trouble.map((effect) => {
      if (!effect) return []
      const { shape: _shape, ...own } = effect
      return [{ effect: own, on: {}, skip: 0 }]
    }),
  ).filter(({ sighting }) => sighting.breaks.length === 0)
}

const statusesOf = ({ responses }: Vendor, operation: string): number[] =>
  Object.keys(responses[operation] ?? {}).map(Number)

/** A seed of its own, so that the share refused is a number and not a chance. */
const seed = 20_260_131
const wanted = 1000

interface Spoilt {
  readonly asked: Asked
  readonly mutation: Mutation
}

const spoilings = (vendor: Vendor, asked: Asked): readonly Mutation[] =>
  mutationsOf(asked.response, statusesOf(vendor, asked.operation.id))

/** A mutation of each kind equally often; one in four hundred is one that the document happens to permit. */
const spoilt = (vendor: Vendor): fc.Arbitrary<Spoilt> =>
  conforming(vendor).chain((asked) => {
    const all = spoilings(vendor, asked)
    const isPermitted = (mutation: Mutation) =>
      permitting(vendor.id, asked.response.status, mutation) !== undefined
    const breaking = mutationKinds.flatMap((kind) => {
      const some = all.filter((mutation) => mutation.kind === kind && !isPermitted(mutation))
      return some.length > 0 ? [{ weight: 100, arbitrary: fc.constantFrom(...some) }] : []
    })
    const rest = all.filter(isPermitted)
    const permittedOnes = rest.length > 0 ? [{ weight: 1, arbitrary: fc.constantFrom(...rest) }] : []
    return fc.oneof(...breaking, ...permittedOnes).map((mutation) => ({ asked, mutation }))
  })

describe('of 1,000 answers spoilt in one place Prism refuses 99 %, and the rest is explained', () => {
  test.each(eachVendor)('of %s', async (id, vendor) => {
    const { judgeResponse } = await referee(id)
    const judged = tally()
    fc.assert(
      fc.property(spoilt(vendor), ({ asked: { operation, response }, mutation }) => {
        const refused = judgeResponse(operation.id, mutated(response, mutation)).length > 0
        const explained = permitting(id, response.status, mutation) !== undefined
        expect(refused, `${response.status} ${response.body}: ${JSON.stringify(mutation)}`).toBe(!explained)
        judged.add(`${mutation.kind} ${refused ? 'refused' : 'explained'}`)
      }),
      { numRuns: wanted, seed },
    )
    console.info(`${id}: of mutated answers Prism judged ${judged.told()}`)
    const refused = mutationKinds.map((kind) => judged.of(`${kind} refused`))
    expect(Math.min(...refused)).toBeGreaterThan(wanted / 10)
    expect(refused.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(0.99 * wanted)
  })
})

describe('of every way to spoil a hundred answers Prism lets pass exactly what the document permits', () => {
  test.each(eachVendor)('of %s', async (id, vendor) => {
    const { judgeResponse } = await referee(id)
    const judged = tally()
    const used = new Set<string>()
    for (const asked of fc.sample(conforming(vendor), { numRuns: 100, seed }))
      for (const mutation of spoilings(vendor, asked)) {
        const { operation, response } = asked
        const row = permitting(id, response.status, mutation)
        const refused = judgeResponse(operation.id, mutated(response, mutation)).length > 0
        expect(refused, `${response.status} ${response.body}: ${JSON.stringify(mutation)}`).toBe(!row)
        if (row) used.add(row.reason)
        judged.add(row ? row.reason : 'refused')
      }
    console.info(`${id}: of all mutations ${judged.told()}`)
    // No row of the table stands there in vain.
    const rows = permitted.filter((row) => row.vendor === id)
    expect([...used].toSorted()).toEqual(rows.map(({ reason }) => reason).toSorted())
  })
})
