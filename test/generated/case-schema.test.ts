import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cases } from '../../contracts/arbitraries/cases.ts'
import { parseCase } from '../../contracts/case.ts'
import { rules } from '../../contracts/rules/index.ts'
import schema from '../../generated/playhead/case.schema.json' with { type: 'json' }
import { look, smallCase } from '../contracts/support/small-case.ts'

const validate = new Ajv2020({ strict: false }).compile(schema)

const isRead = (json: unknown): boolean => {
  try {
    parseCase(json)
    return true
  } catch {
    return false
  }
}

const good = JSON.parse(JSON.stringify(smallCase([look()])))

describe('the published schema of a case file', () => {
  test('takes every case that is generated', () => {
    fc.assert(
      fc.property(fc.constantFrom('quo', 'osvi', 'voqo').chain(cases), (given) => {
        expect(validate(JSON.parse(JSON.stringify(given))), JSON.stringify(validate.errors)).toBe(true)
      }),
      { seed: 1, numRuns: 100 },
    )
  })

  test('takes every witness', () => {
    for (const rule of rules)
      for (const vendor of rule.vendors)
        expect(validate(JSON.parse(JSON.stringify(rule.witness(vendor)))), rule.id).toBe(true)
  })

  test.each([
    ['nothing changed', good],
    ['a schema named', { ...good, $schema: './case.schema.json' }],
    ['another version', { ...good, playhead: 2 }],
    ['no steps', { ...good, steps: undefined }],
    ['a step nobody knows', { ...good, steps: [{ do: 'dance' }] }],
    ['a step with a field too many', { ...good, steps: [{ do: 'settle', now: true }] }],
    ['no vendor', { ...good, vendors: [] }],
    ['an impossible instant', { ...good, clock: { at: -1 } }],
    ['half a millisecond', { ...good, clock: { at: 0.5 } }],
    [
      'a status nobody knows',
      { ...good, world: { ...good.world, calls: [{ ref: 'c1', segments: [{ id: 's1', status: 'lost' }] }] } },
    ],
    ['a short form', { ...good, world: { accounts: [], calls: [{ ref: 'c1' }] } }],
    ['no world', { ...good, world: [] }],
    ['no object', null],
  ])('agrees with what reads one: %s', (_what, given) => {
    const json = JSON.parse(JSON.stringify(given))
    expect(validate(json)).toBe(isRead(json))
  })
})
