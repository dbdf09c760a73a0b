import { describe, expect, test } from 'vitest'
import { checkedDocument } from '../../../../mocks/hosts/prism/checked-document.ts'
import { aDocument, documentOf } from './a-document.ts'

const codeOf = (document: unknown): string => {
  try {
    checkedDocument('quo', document)
    return 'accepted'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** Each schema means the next one twice: small as written, two to the power of it when written out. */
const doubling = (count: number) =>
  documentOf(
    ref('s0'),
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `s${i}`,
        i + 1 < count
          ? { type: 'object', properties: { x: ref(`s${i + 1}`), y: ref(`s${i + 1}`) } }
          : { type: 'string' },
      ]),
    ),
  )

const nested = (depth: number): unknown => {
  let schema: unknown = { type: 'string' }
  for (let i = 0; i < depth; i++) schema = { type: 'array', items: schema }
  return schema
}

const circular = (): unknown => {
  const schema: Record<string, unknown> = { type: 'object' }
  schema.properties = { self: schema }
  return documentOf(schema)
}

const shared = { type: 'string' }
const aliased = documentOf({ type: 'object', properties: { a: shared, b: shared } })

describe('a document', () => {
  test.for<[string, string, unknown]>([
    ['as it should be', 'accepted', aDocument()],
    [
      'whose schema means itself',
      'accepted',
      documentOf(ref('Tree'), { Tree: { type: 'array', items: ref('Tree') } }),
    ],
    ['with two schemas that mean each other', 'accepted', documentOf(ref('A'), { A: ref('B'), B: ref('A') })],
    ['that has one value in two places', 'accepted', aliased],
    ['that is nothing', 'bad-document', null],
    ['that is text', 'bad-document', 'openapi: 3.1.0'],
    ['that is a list', 'bad-document', [aDocument()]],
    ['that is no OpenAPI', 'bad-document', { hello: 'world' }],
    ['of OpenAPI 2', 'bad-document', { swagger: '2.0', paths: { '/a': {} } }],
    ['of OpenAPI 4', 'bad-document', aDocument({ openapi: '4.0.0' })],
    ['whose version is a number', 'bad-document', aDocument({ openapi: 3.1 })],
    ['without paths', 'bad-document', aDocument({ paths: {} })],
    ['whose paths are a list', 'bad-document', aDocument({ paths: ['/a'] })],
    ['with a reference to nowhere', 'bad-document', documentOf(ref('Nowhere'))],
    ['that stands within itself', 'bad-document', circular()],
    ['that refers to another site', 'remote-reference', documentOf({ $ref: 'https://example.com/a.json' })],
    ['that refers to a file', 'remote-reference', documentOf({ $ref: './other.yaml#/a' })],
    ['that refers to a file by its URL', 'remote-reference', documentOf({ $ref: 'file:///etc/passwd' })],
    [
      'that refers elsewhere from what nothing uses',
      'remote-reference',
      documentOf({}, { X: { $ref: '//a/b' } }),
    ],
    ['that doubles 40 times', 'document-too-large', doubling(40)],
    ['that is nested deeply', 'document-too-large', documentOf(nested(200))],
    ['that is nested beyond any stack', 'document-too-large', documentOf(nested(20_000))],
    ['that demands endless lists', 'document-too-large', documentOf({ type: 'array', minItems: 1e9 })],
    ['that demands endless text', 'document-too-large', documentOf({ type: 'string', minLength: 1e9 })],
  ])('%s: %s', ([, wanted, document]) => {
    expect(codeOf(document)).toBe(wanted)
  })

  test('is looked over in no time, however large it would become', () => {
    const long = documentOf(
      ref('s0'),
      Object.fromEntries(
        Array.from({ length: 20_000 }, (_, i) => [`s${i}`, i < 19_999 ? ref(`s${i + 1}`) : {}]),
      ),
    )
    expect(codeOf(long)).toBe('document-too-large')
  })

  test('is copied, so that nobody else sees it change', () => {
    const given = aDocument()
    const copy = checkedDocument('quo', given)
    expect(copy).toEqual(given)
    expect(copy).not.toBe(given)
  })

  test('names where it refers elsewhere', () => {
    expect(() => checkedDocument('quo', documentOf({ $ref: 'https://example.com/a.json' }))).toThrow(
      '"https://example.com/a.json" at #/paths//a/get/responses/200/content/application/json/schema in the document of quo',
    )
  })
})
