import { describe, expect, test } from 'vitest'
import { finderOf } from '../../../../mocks/hosts/prism/document-operations.ts'
import { aDocument } from './a-document.ts'

const found = (document: Record<string, unknown>, method: string, path: string) => {
  const it = finderOf(document)(method, path)
  return it && [it.operation.id, it.path]
}

describe('an operation of a document', () => {
  test.for<[string, string, [string, string] | undefined]>([
    ['GET', '/v1/notes', ['listNotes', '/v1/notes']],
    ['GET', '/v1/notes?limit=3', ['listNotes', '/v1/notes?limit=3']],
    ['POST', '/v1/notes', ['makeNote', '/v1/notes']],
    ['GET', '/v1/notes/7', ['getNote', '/v1/notes/7']],
    ['GET', '/v1/notes/a%2Fb', ['getNote', '/v1/notes/a%2Fb']],
    ['DELETE', '/v1/notes/7', ['DELETE /v1/notes/{id}', '/v1/notes/7']],
    ['PUT', '/v1/notes/7', undefined],
    ['GET', '/v1/notes/', undefined],
    ['GET', '/v1/notes/7/more', undefined],
    ['GET', '/v1/note', undefined],
    ['get', '/v1/notes', undefined],
  ])('%s %s', ([method, path, wanted]) => {
    expect(found(aDocument(), method, path)).toEqual(wanted)
  })

  test('is found behind what the servers put before every path', () => {
    const document = aDocument({ servers: [{ url: 'https://api.example.com/api/' }, { url: '/{tenant}' }] })
    expect(found(document, 'GET', '/api/v1/notes/7')).toEqual(['getNote', '/v1/notes/7'])
    expect(found(document, 'GET', '/v1/notes/7')).toEqual(['getNote', '/v1/notes/7'])
    expect(found(document, 'GET', '/other/v1/notes/7')).toBeUndefined()
  })

  test('with a plain path comes before one with a template, whatever the order', () => {
    const responses = { 200: { description: '' } }
    const of = (...paths: readonly string[]) => ({
      paths: Object.fromEntries(paths.map((path) => [path, { get: { operationId: path, responses } }])),
    })
    for (const paths of [
      ['/a/{id}', '/a/me', '/{x}/me'],
      ['/{x}/me', '/a/me', '/a/{id}'],
    ]) {
      expect(found(of(...paths), 'GET', '/a/me')).toEqual(['/a/me', '/a/me'])
      expect(found(of(...paths), 'GET', '/a/you')).toEqual(['/a/{id}', '/a/you'])
      expect(found(of(...paths), 'GET', '/b/me')).toEqual(['/{x}/me', '/b/me'])
    }
  })

  test('with letters that mean something in patterns is found as written', () => {
    const document = { paths: { '/v1.0/a+b/{id}.json': { get: { responses: {} } } } }
    expect(found(document, 'GET', '/v1.0/a+b/7.json')).toEqual([
      'GET /v1.0/a+b/{id}.json',
      '/v1.0/a+b/7.json',
    ])
    expect(found(document, 'GET', '/v1x0/aab/7.json')).toBeUndefined()
  })

  test.for([{ paths: null }, { paths: { '/a': null } }, { paths: { '/a': { get: 'x' } } }, { paths: [] }])(
    'of %j is none',
    (document) => {
      expect(found(document, 'GET', '/a')).toBeUndefined()
    },
  )
})
