import { describe, expect, test } from 'vitest'
import { checkDocument } from '../../../../contracts/drift/document/check-document.ts'
import { checkRequest } from '../../../../contracts/drift/traffic/check-request.ts'
import { operationFinder } from '../../../../contracts/drift/traffic/find-operation.ts'

const text = { type: 'string' }
const query = (name: string, more: object = {}): object => ({ name, in: 'query', schema: text, ...more })

/** What is to be said of a request, by a document whose one operation has these parts. */
const told = (parts: object, path: string, sent: Readonly<Record<string, string>> = {}) => {
  const document = checkDocument(
    JSON.parse(
      JSON.stringify({
        openapi: '3.1.0',
        paths: { '/calls': { post: { ...parts, responses: {} } } },
        components: { securitySchemes: { Key: { type: 'apiKey', in: 'query', name: 'key' } } },
      }),
    ),
    'a document',
  )
  const exchange = {
    vendor: undefined,
    method: 'POST',
    path,
    sent,
    at: 0,
    status: 200,
    headers: {},
    body: undefined,
  }
  const operation = operationFinder(document)(exchange)
  return operation
    ? checkRequest(document, operation, exchange).map(({ rule, place }) => `${rule} ${place.join(' ')}`)
    : ['no operation']
}

const json = { content: { 'application/json': { schema: {} } } }
const type = (value: string) => ({ 'content-type': value })

describe('of a request is told', () => {
  test.each<[string, object, string, Readonly<Record<string, string>>, readonly string[]]>([
    ['nothing, where all is described', { parameters: [query('limit')] }, '/calls?limit=1', {}, []],
    [
      'a parameter that is not described',
      { parameters: [query('limit')] },
      '/calls?limit=1&page=2',
      {},
      ['undocumented-parameter-sent query parameter page'],
    ],
    ['nothing, of a key in the query', {}, '/calls?key=hush', {}, []],
    ['nothing, of a list', { parameters: [query('id')] }, '/calls?id[]=1&id[]=2', {}, []],
    [
      'nothing, of the fields of an object',
      { parameters: [query('filter', { schema: { type: 'object' } })] },
      '/calls?since=1',
      {},
      [],
    ],
    [
      'the form of a name that may be somebody’s data',
      {},
      '/calls?%2B4930123=1',
      {},
      ['undocumented-parameter-sent query parameter +9999999'],
    ],
    [
      'a parameter that must be given',
      { parameters: [query('limit', { required: true })] },
      '/calls',
      {},
      ['required-parameter-not-sent query parameter limit'],
    ],
    [
      'a header that must be given',
      { parameters: [{ name: 'X-Tenant', in: 'header', required: true, schema: text }] },
      '/calls',
      {},
      ['required-parameter-not-sent header parameter X-Tenant'],
    ],
    [
      'nothing, where it was',
      { parameters: [{ name: 'X-Tenant', in: 'header', required: true, schema: text }] },
      '/calls',
      { 'x-tenant': 'a' },
      [],
    ],
    [
      'a body of another content type',
      { requestBody: json },
      '/calls',
      type('text/csv'),
      ['undocumented-media-type-sent body'],
    ],
    ['nothing, of a charset', { requestBody: json }, '/calls', type('application/json; charset=utf-8'), []],
    ['nothing, where no body is sent', { requestBody: json }, '/calls', {}, []],
    ['nothing, where no body is described', {}, '/calls', type('text/csv'), []],
  ])('%s', (_, parts, path, sent, wanted) => {
    expect(told(parts, path, sent)).toEqual(wanted)
  })
})
