import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareDocuments } from '../../../contracts/drift/compare-documents.ts'
import { checkDocument } from '../../../contracts/drift/document/check-document.ts'
import { everything } from '../../../contracts/drift/in-use.ts'
import { isObject, type Json } from '../../../mocks/world/json.ts'
import { draw } from '../../../mocks/world/seed.ts'
import { loadSpecification, specificationIds } from '../../../specs/tools/load.ts'

/** The same document with keys, and lists whose order says nothing, in another order. */
const shuffled = (value: Json, next: () => number, key = ''): Json => {
  const sorted = <T>(list: readonly T[]): T[] =>
    list
      .map((one) => [next(), one] as const)
      .sort(([a], [b]) => a - b)
      .map(([, one]) => one)
  if (Array.isArray(value)) {
    const members = value.map((one) => shuffled(one, next))
    return ['enum', 'required', 'anyOf', 'oneOf', 'allOf', 'type', 'parameters', 'security'].includes(key)
      ? sorted(members)
      : members
  }
  if (!isObject(value)) return value
  return Object.fromEntries(
    sorted(Object.entries(value)).map(([name, one]) => [name, shuffled(one, next, name)]),
  )
}

/** The same document, its references written out one level. */
const inlined = (document: Json, value: Json): Json => {
  if (Array.isArray(value)) return value.map((one) => inlined(document, one))
  if (!isObject(value)) return value
  const path = typeof value.$ref === 'string' ? value.$ref.slice(2).split('/') : []
  const target = path.reduce<Json | undefined>((at, step) => (isObject(at) ? at[step] : undefined), document)
  if (path.length > 0 && target !== undefined && Object.keys(value).length === 1) return target
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inlined(document, one)]))
}

describe.each(specificationIds())('the document of %s', (id) => {
  const { overlaid } = loadSpecification(id)
  const compared = (head: Json) =>
    compareDocuments(checkDocument(overlaid, 'pinned'), checkDocument(head, 'other'), { inUse: everything })
      .changes

  test('is the same in any order', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { below } = draw(seed)
        expect(compared(shuffled(overlaid, () => below(1_000_000)))).toEqual([])
      }),
      { numRuns: 15 },
    )
  })

  test('is the same with its references written out', () => {
    expect(compared(inlined(overlaid, overlaid))).toEqual([])
  })
})
