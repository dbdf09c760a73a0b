import { describe, expect, test } from 'vitest'
import { chosenRules, wholeCatalogue } from '../../contracts/catalogue.ts'
import { takeIn } from '../../contracts/outside.ts'
import { rules } from '../../contracts/rules/index.ts'
import { acme } from '../../examples/outside-vendor/acme.ts'
import { answerWithinTenSeconds } from '../../examples/outside-vendor/answer-within-ten-seconds.ts'
import { ownVendors, vendors } from '../../mocks/vendors/index.ts'

const holding = (vendor: string): readonly string[] =>
  wholeCatalogue()
    .filter((rule) => rule.vendors.includes(vendor))
    .map(({ id }) => id)

describe('what comes from outside the tree', () => {
  test('is known once, however often it is taken in, and comes last', () => {
    const before = wholeCatalogue().length
    takeIn({ vendors: [acme], rules: [answerWithinTenSeconds] })
    takeIn({ vendors: [{ ...acme, name: 'Acme again' }], rules: [answerWithinTenSeconds] })
    expect(vendors.map(({ name }) => name)).toEqual([...ownVendors.map(({ name }) => name), 'Acme again'])
    expect(wholeCatalogue().length).toBe(before + 1)
    expect(wholeCatalogue().at(-1)?.id).toBe('answer-within-ten-seconds')
    expect(chosenRules(['answer-within-ten-seconds']).rules).toEqual([answerWithinTenSeconds])
    expect(chosenRules(['1.0']).rules).toContain(answerWithinTenSeconds)
  })

  test('is held to what holds for all, and for all with a key, and to no particulars', () => {
    takeIn({ vendors: [acme, { ...acme, id: 'keyless', credential: undefined as never }] })
    expect(holding('acme')).toEqual(expect.arrayContaining(['escape-the-id', 'ask-with-the-vendors-own-key']))
    expect(holding('acme')).not.toContain('final-is-final')
    expect(holding('keyless')).toContain('escape-the-id')
    expect(holding('keyless')).not.toContain('ask-with-the-vendors-own-key')
    // Ours are as they were: what a client is held to depends on nobody else's vendors.
    expect(rules.some((rule) => rule.vendors.includes('acme'))).toBe(false)
  })

  test.for([
    ['a vendor of an id of ours', { vendors: [{ ...acme, id: 'osvi' }] }],
    ['a vendor of no id', { vendors: [{ ...acme, id: '../acme' }] }],
    ['a rule of an id of ours', { rules: [{ ...answerWithinTenSeconds, id: 'escape-the-id' }] }],
  ] as const)('is refused where it is %s', ([, outside]) => {
    expect(() => takeIn(outside)).toThrow(expect.objectContaining({ code: 'bad-outsider' }))
  })
})
