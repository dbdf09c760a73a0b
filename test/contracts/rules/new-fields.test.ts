import { describe, expect, test } from 'vitest'
import { fieldsIn, hasNewField } from '../../../contracts/rules/new-fields.ts'
import { osvi } from '../../../mocks/vendors/osvi.ts'

describe('the fields that schemas name', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['of an object', { type: 'object', properties: { a: {}, b: {} } }, ['a', 'b']],
    ['of an object in a list of choices', { anyOf: [{ properties: { a: {} } }, null] }, ['a']],
    ['of an object in a field', { properties: { a: { properties: { b: { type: 'string' } } } } }, ['a', 'b']],
    ['none, of a text', 'properties', []],
    ['none, of nothing', null, []],
    ['none, where it says nothing of them', { properties: undefined }, []],
  ])('%s', (_, schema, wanted) => {
    expect([...fieldsIn(schema)]).toEqual(wanted)
  })
})

describe('what OSVI’s document does not name', () => {
  test.each<[string, unknown, boolean]>([
    ['the fields it names', { success: true, data: { recording_url: 'x' } }, false],
    ['a field of its own', { success: true, colour: 1 }, true],
    ['a field further in', { data: { colour: 1 } }, true],
    ['a field in a list', { data: [{ success: true }, { colour: 1 }] }, true],
    ['places of a list', { data: ['a'] }, false],
    ['a text', 'colour', false],
    ['nothing', null, false],
  ])('%s', (_, value, wanted) => {
    // Another object each time: what one vendor's document names is looked for once.
    expect(hasNewField({ ...osvi }, value)).toBe(wanted)
  })
})
