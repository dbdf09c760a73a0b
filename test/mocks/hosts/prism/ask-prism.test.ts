import { afterEach, describe, expect, test, vi } from 'vitest'
import { askPrism } from '../../../../mocks/hosts/prism/ask-prism.ts'
import { finderOf } from '../../../../mocks/hosts/prism/document-operations.ts'
import type { Preference } from '../../../../mocks/hosts/prism/preference.ts'
import { checkPromised } from '../../../../mocks/hosts/prism/promised.ts'
import { vendorDocument } from '../../../../mocks/hosts/prism/vendor-document.ts'
import type { WireRequest } from '../../../../mocks/world/exchange.ts'
import { aDocument, documentOf } from './a-document.ts'

const ask = async (
  document: Record<string, unknown>,
  path: string,
  {
    preference = {},
    seed = '1',
    ...more
  }: Partial<WireRequest> & { preference?: Preference; seed?: string } = {},
) => {
  const request = { method: 'GET', path, headers: {}, ...more }
  const found = finderOf(document)(request.method, path)
  if (!found) throw new Error(`The document has no ${request.method} ${path}`)
  const named = `${request.method} ${found.operation.path} of quo`
  const { prism, operation } = await vendorDocument('quo', async () => document).served(found.operation)
  checkPromised(operation, preference, named)
  return askPrism(prism, { named, operation, request, preference, seed })
}

const response = (more: Record<string, unknown>, code = '200') => ({
  openapi: '3.0.3',
  info: { title: 'One', version: '1' },
  paths: { '/a': { get: { responses: { [code]: { description: '', ...more } } } } },
})
const text = (type: string, value: unknown) => ({ content: { [type]: { example: value } } })

describe('Prism', () => {
  afterEach(() => vi.restoreAllMocks())

  test.for<[string, Preference, unknown]>([
    ['the first example', {}, { status: 200, body: { id: 1, text: 'abc' } }],
    [
      'another example',
      { example: 'long' },
      { status: 200, body: { id: 2, text: expect.stringMatching(/^[a-z]{26}$/) } },
    ],
    ['another status', { code: 404 }, { status: 404, body: { error: 'gone' } }],
    ['a status of a range', { code: 503 }, { status: 503, body: { error: 'down' } }],
    ['both', { code: 404, example: 'gone' }, { status: 404, body: { error: 'gone' } }],
    [
      'drawn values',
      { dynamic: true },
      { status: 200, body: { id: expect.any(Number), text: expect.any(String) } },
    ],
  ])('answers with %s', async ([, preference, wanted]) => {
    expect(await ask(aDocument(), '/v1/notes/7', { preference })).toMatchObject(wanted as object)
  })

  test('draws the same values from the same seed, and others from another', async () => {
    const drawn = (seed: string) => ask(aDocument(), '/v1/notes/7', { preference: { dynamic: true }, seed })
    expect(await drawn('a')).toEqual(await drawn('a'))
    expect(await drawn('a')).not.toEqual(await drawn('b'))
  })

  test.for<[Preference, string, string]>([
    [{ code: 418 }, 'with 418: its document has no such response', '200, 404, 5XX'],
    [{ example: 'none' }, 'with the example "none": its response 200 has no such example', 'short, long'],
    [{ code: 404, example: 'short' }, 'its response 404 has no such example', 'gone'],
  ])('says what there is in place of %j', async ([preference, act, cure]) => {
    const asked = ask(aDocument(), '/v1/notes/7', { preference })
    await expect(asked).rejects.toMatchObject({ code: 'no-such-response' })
    await expect(asked).rejects.toThrow(act)
    await expect(asked).rejects.toThrow(cure)
  })

  test('takes any status from a document that has a default', async () => {
    const document = response(text('application/json', { any: true }), 'default')
    expect(await ask(document, '/a', { preference: { code: 418 } })).toMatchObject({
      status: 418,
      body: { any: true },
    })
  })

  test('refuses a request in the words of the document', async () => {
    for (const path of ['/v1/notes', '/v1/notes?limit=10', '/v1/notes?limit=x'])
      expect(await ask(aDocument(), path)).toMatchObject({ status: 400, body: { no: 1 } })
    expect(await ask(aDocument(), '/v1/notes?limit=9')).toMatchObject({ status: 200 })
  })

  test('says itself what is wrong where the document has no words for it', async () => {
    const headers = { 'content-type': 'application/json' }
    const posted = (body: string) => ask(aDocument(), '/v1/notes', { method: 'POST', headers, body })
    expect(await posted('{"id":1,"text":"abc"}')).toMatchObject({ status: 201, body: { id: 7 } })
    for (const body of ['{"id":1}', '{"id":1,"text":"ab"}', '{"id":', '"text"', ''])
      await expect(posted(body)).rejects.toMatchObject({ code: 'no-answer-by-document' })
    await expect(posted('{"id":1}')).rejects.toThrow(
      "POST /v1/notes of quo from its document: Request body must have required property 'text'",
    )
    await expect(
      ask(aDocument(), '/v1/notes', { method: 'POST', headers: { 'content-type': 'text/csv' }, body: 'a' }),
    ).rejects.toThrow('Supported content types: application/json')
  })

  test.for<[string, Record<string, unknown>, unknown]>([
    ['text', text('text/plain', 'hello'), { headers: { 'content-type': 'text/plain' }, body: 'hello' }],
    ['JSON that is text', text('application/json', 'hello'), { body: '"hello"' }],
    ['a number', text('application/json', 7), { body: '7' }],
    ['a list', text('application/vnd.x+json', [1]), { body: [1] }],
    ['XML as it stands', text('application/xml', '<a/>'), { body: '<a/>' }],
    ['nothing', {}, { headers: {}, body: '' }],
  ])('answers with %s', async ([, more, wanted]) => {
    expect(await ask(response(more), '/a')).toMatchObject({ status: 200, ...(wanted as object) })
  })

  test('sends no header that cannot be sent, or that is not the document’s to say', async () => {
    const schema = { type: 'string' }
    const names = ['X-Fine', 'Date', 'Content-Length', 'Access-Control-Allow-Origin', 'Bad Name', 'X-Bad']
    const headers = Object.fromEntries(
      names.map((name) => [name, { schema, example: name === 'X-Bad' ? 'a\r\nset-cookie: b' : 'v' }]),
    )
    const { headers: sent } = await ask(response({ headers, ...text('text/plain', 'a') }), '/a')
    expect(sent).toEqual({ 'x-fine': 'v', 'content-type': 'text/plain' })
  })

  test.for(['000', '100', '999', 'abc'])('sends no response with the status %s', async (code) => {
    await expect(ask(response({}, code), '/a')).rejects.toMatchObject({ code: 'no-answer-by-document' })
  })

  test('answers from schemas that mean themselves', async () => {
    const tree = {
      Tree: {
        type: 'object',
        properties: { kids: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
      },
    }
    const document = documentOf({ $ref: '#/components/schemas/Tree' }, tree)
    for (const preference of [{}, { dynamic: true }] as const)
      expect(await ask(structuredClone(document), '/a', { preference })).toMatchObject({
        status: 200,
        body: { kids: expect.any(Array) },
      })
  })

  test('calls nobody, whatever the document asks for', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch')
    const called: string[] = []
    const callbacks = {
      told: { '{$request.query.to}': { post: { responses: { 200: { description: '' } } } } },
    }
    const document = response(text('text/plain', 'a'))
    Object.assign(document.paths['/a'].get, { callbacks })
    const { createServer } = await import('node:http')
    const server = createServer((request, answer) => {
      called.push(request.url ?? '')
      answer.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    expect((await ask(document, `/a?to=http://127.0.0.1:${port}/told`)).status).toBe(200)
    // Whoever had called would have been heard by the time that another call is answered.
    await (await fetch(`http://127.0.0.1:${port}/mine`)).text()
    await new Promise((resolve) => server.close(resolve))
    expect(called).toEqual(['/mine'])
    expect(fetched).toHaveBeenCalledTimes(1)
  })

  test('prints nothing', async () => {
    const printed = ['log', 'info', 'warn', 'error', 'debug'] as const
    const spies = printed.map((name) => vi.spyOn(console, name))
    const streams = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')]
    const odd = documentOf({
      type: 'object',
      properties: { a: { type: 'string', format: 'odd' }, b: { type: 'weird' } },
    })
    await ask(odd, '/a', { preference: { dynamic: true } }).catch(() => undefined)
    await ask(aDocument(), '/v1/notes')
    for (const spy of [...spies, ...streams]) expect(spy).not.toHaveBeenCalled()
  })
})
