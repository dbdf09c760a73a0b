import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { faultIn, knownKeywords } from '../../../mocks/control/fault-in.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { accepts } from '../../generated/accepts.ts'

const schemas = vendors.flatMap(({ id, responses }) =>
  Object.entries(responses).flatMap(([operation, answers]) =>
    Object.entries(answers).map(
      ([status, { schema }]) => [`${id} ${operation} ${status}`, schema as object] as const,
    ),
  ),
)

/** Keywords that say nothing about a value, and those that only hold other schemas' names. */
const silent = new Set(['description', 'title', 'examples', 'default', 'deprecated'])

const keywordsIn = (schema: unknown): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([keyword, rule]) => {
    if (keyword === 'properties') return [keyword, ...Object.values(rule).flatMap(keywordsIn)]
    if (['anyOf', 'oneOf', 'allOf'].includes(keyword))
      return [keyword, ...(rule as unknown[]).flatMap(keywordsIn)]
    return [keyword, ...(['items', 'additionalProperties'].includes(keyword) ? keywordsIn(rule) : [])]
  })
}

/** A value that has much in common with what a schema describes: its fields, its words, and nearly its types. */
const nearly = (schema: unknown): fc.Arbitrary<unknown> => {
  const stray = fc.constantFrom<unknown>(null, 0, -1, 1.5, 'x', '', true, [], {}, '2026-01-31T09:00:00Z')
  if (typeof schema !== 'object' || schema === null) return stray
  const {
    properties,
    items,
    anyOf,
    oneOf,
    allOf,
    enum: words,
    const: word,
    type,
  } = schema as Record<string, never>
  const forms: unknown[] = [...(anyOf ?? []), ...(oneOf ?? []), ...(allOf ?? [])]
  const options: fc.Arbitrary<unknown>[] = [stray, ...forms.map(nearly)]
  if (word !== undefined) options.push(fc.constant(word))
  if (words) options.push(fc.constantFrom(...(words as unknown[])))
  if (items) options.push(fc.array(nearly(items), { maxLength: 3 }))
  if (properties) {
    const fields = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, nearly(one)]))
    options.push(fc.record(fields), fc.record(fields, { requiredKeys: [] }), fc.record({ ...fields, stray }))
  }
  if ([type].flat().includes('integer' as never)) options.push(fc.integer({ min: -2, max: 700 }))
  return fc.oneof({ weight: 1, arbitrary: stray }, { weight: 6, arbitrary: fc.oneof(...options) })
}

describe('what is wrong by a schema', () => {
  it.each(schemas)('of %s is what Ajv finds wrong', (_name, schema) => {
    fc.assert(
      fc.property(nearly(schema), (value) => {
        expect([value, faultIn(schema, value) === undefined]).toEqual([value, accepts(schema, value)])
      }),
      { numRuns: 150 },
    )
  })

  it.each(schemas)('knows every keyword of %s', (_name, schema) => {
    const asked = keywordsIn(schema).filter((keyword) => !silent.has(keyword) && !keyword.startsWith('x-'))
    expect(asked.filter((keyword) => !knownKeywords.includes(keyword))).toEqual([])
  })
})

test.for<[object, unknown, string | undefined]>([
  [{ type: 'object', required: ['url'] }, {}, 'the body lacks url'],
  [{ properties: { a: { type: ['string', 'null'] } } }, { a: 1 }, '/a is integer, not string or null'],
  [
    { additionalProperties: false, properties: { a: {} } },
    { a: 1, b: 2 },
    'the body has b, which the document does not know',
  ],
  [{ items: { enum: ['x'] } }, ['x', 'y'], '/1 is none of the values listed'],
  [{ oneOf: [{ type: 'number' }, { type: 'integer' }] }, 1, 'the body fits 2 of its 2 forms, not one'],
  [{ format: 'date-time' }, '2026-02-30T00:00:00Z', 'the body is no date-time'],
  [{ format: 'uri' }, 'https://a.example/x?X-Amz-Signature=•••', undefined],
  [{ type: 'number' }, 1, undefined],
  [{ const: { a: 1 } }, { a: 1 }, undefined],
])('%j finds in %j: %s', ([schema, value, wanted]) => {
  expect(faultIn(schema, value)).toBe(wanted)
})
