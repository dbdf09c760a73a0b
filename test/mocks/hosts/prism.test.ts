import { afterEach, describe, expect, test } from 'vitest'
import { moveSession } from '../../../mocks/clock-verbs.ts'
import { parseInstant, toHttpDate } from '../../../mocks/world/instant.ts'
import { startedAt } from '../a-backend.ts'
import { aDocument, documentOf } from './prism/a-document.ts'
import { type DocumentServer, openServer, pinned, quoKey } from './prism/a-server.ts'

let server: DocumentServer
afterEach(() => server.close())

const open = async (...given: Parameters<typeof openServer>): Promise<void> => {
  server = await openServer(...given)
}
const ask: DocumentServer['ask'] = (...given) => server.ask(...given)
const told: DocumentServer['told'] = (...given) => server.told(...given)
const journalled: DocumentServer['journalled'] = (...given) => server.journalled(...given)

describe('an operation that the simulator does not know', () => {
  test('is answered by the document, beside what the simulator answers itself', async () => {
    await open({ ...pinned, quo: async () => aDocument() })
    expect(await told('/quo/v1/notes/7')).toEqual([200, { id: 1, text: 'abc' }])
    expect(await told('/v1/notes/7')).toEqual([200, { id: 1, text: 'abc' }])
    expect(
      (
        await told('/osvi/v1/call/00000000-0000-4000-8000-000000000001/recording', {
          headers: { 'api-token': 'playhead-osvi-16' },
        })
      )[0],
    ).toBe(200)
    expect((await told('/v1/call-recordings/AC0'))[0]).toBe(404)
    expect(await journalled()).toEqual([
      ['quo', 'getNote', 'by-document'],
      ['quo', 'getNote', 'by-document'],
      ['osvi', expect.any(String), 'recording'],
      ['quo', expect.any(String), 'not-found'],
    ])
  })

  test('is answered at the virtual now', async () => {
    await open({ quo: async () => aDocument() })
    expect((await ask('/v1/notes/7')).headers.get('date')).toBe(toHttpDate(startedAt))
    await moveSession(server.backend.session(), 'set', '2030-01-01T00:00:00Z')
    const now = parseInstant('2030-01-01T00:00:00Z')
    expect((await ask('/v1/notes/7')).headers.get('date')).toBe(toHttpDate(now))
  })

  test('takes a body', async () => {
    await open({ quo: async () => aDocument() })
    const posted = (body: string) =>
      told('/v1/notes', { method: 'POST', headers: { ...quoKey, 'content-type': 'application/json' }, body })
    expect(await posted('{"id":1,"text":"abc"}')).toEqual([201, { id: 7, text: 'made' }])
    expect(await posted('{"id":1}')).toEqual([400, 'no-answer-by-document'])
    expect(await posted(`"${'x'.repeat(2 ** 20)}"`)).toEqual([413, 'body-too-large'])
    const gone = await ask('/v1/notes/7', { method: 'DELETE' })
    expect([gone.status, gone.headers.get('content-type'), await gone.text()]).toEqual([204, null, ''])
  })

  test('lets nobody in without a key, in the words of the vendor', async () => {
    await open({ quo: async () => aDocument() })
    for (const headers of [{}, { authorization: 'wrong' }])
      expect(await told('/v1/notes/7', { headers })).toEqual([
        401,
        expect.objectContaining({ code: '0900401' }),
      ])
    expect(await journalled()).toEqual(Array(2).fill(['quo', 'getNote', 'unauthorized']))
  })

  test('keeps to the sandbox it is asked in, by prefix, header or minted key', async () => {
    await open({ quo: async () => aDocument() })
    const { quo: minted = '' } = await server.backend.mint('bob')
    expect((await told('/~ann/quo/v1/notes/7'))[0]).toBe(200)
    expect((await told('/v1/notes/7', { headers: { ...quoKey, 'x-playhead-sandbox': 'ann' } }))[0]).toBe(200)
    expect((await told('/v1/notes/7', { headers: { authorization: minted } }))[0]).toBe(200)
    expect((await told('/~ann/v1/notes/7', { headers: { authorization: minted } }))[0]).toBe(401)
    expect(await journalled('ann')).toHaveLength(3)
    expect(await journalled('bob')).toEqual([['quo', 'getNote', 'by-document']])
    expect(await journalled()).toEqual([])
  })

  test('counts towards the same quota, and meets the same trouble', async () => {
    await open({ quo: async () => aDocument() })
    await server.backend.session().change(({ world }) => ({ world: { ...world, quotas: true } }))
    const statuses: number[] = []
    for (let i = 0; i < 11; i++)
      statuses.push((await ask(i % 2 ? '/v1/notes/7' : '/v1/call-recordings/AC0')).status)
    expect(statuses.at(-2)).toBe(200)
    expect(statuses.at(-1)).toBe(429)
    expect((await ask('/v1/notes/7')).status).toBe(429)
    const disturb = (effect: object) =>
      server.backend.session().change(({ world }) => ({
        world: {
          ...world,
          quotas: false,
          disturbances: [{ id: 'd', effect: effect as never, on: { operation: 'getNote' }, skip: 0 }],
        },
      }))
    await disturb({ kind: 'status', status: 503, told: 'header', retryAfterSeconds: 4 })
    const down = await ask('/v1/notes/7')
    expect([down.status, down.headers.get('retry-after')]).toEqual([503, '4'])
    await disturb({ kind: 'status', status: 400, told: 'untold' })
    expect((await told('/v1/notes/7'))[1]).toMatchObject({ title: 'Bad Request' })
    await disturb({ kind: 'new-fields' })
    expect((await told('/v1/notes/7'))[1]).toMatchObject({ id: 1, x_added_later: {} })
    await disturb({ kind: 'redirect', to: 'same-origin' })
    expect((await ask('/v1/notes/7', { redirect: 'manual' })).headers.get('location')).toBe('/v1/notes/7')
    await disturb({ kind: 'reset', at: 'before-headers' })
    await expect(ask('/v1/notes/7')).rejects.toThrow(TypeError)
    expect((await journalled()).slice(-5).map(([, , said]) => said)).toEqual([
      'failed',
      'invalid-request',
      'by-document',
      'by-document',
      'by-document',
    ])
  })

  test('lets pages of other origins ask and read', async () => {
    await open({ quo: async () => aDocument() })
    const origin = 'http://app.example'
    const answered = await ask('/v1/notes/7', { headers: { ...quoKey, origin } })
    expect(answered.headers.get('access-control-allow-origin')).toBe('*')
    const preflight = await ask('/v1/notes', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'prefer',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST')
    expect(preflight.headers.get('access-control-allow-headers')).toBe('prefer')
  })

  test('at the root must be in one document alone', async () => {
    await open({ quo: async () => aDocument(), voqo: async () => aDocument() })
    expect(await told('/v1/notes/7')).toEqual([400, 'ambiguous-route'])
    expect((await told('/quo/v1/notes/7'))[0]).toBe(200)
    expect((await told('/voqo/v1/notes/7', { headers: {} }))[0]).toBe(200)
    expect((await told('/osvi/v1/notes/7'))[0]).toBe(404)
  })

  test('is none where no document has it', async () => {
    await open({ quo: async () => aDocument() })
    for (const [path, method] of [
      ['/nowhere', 'GET'],
      ['/quo/v1/notes/7/more', 'GET'],
      ['/v1/notes/7', 'PUT'],
    ])
      expect(await told(path ?? '', { method: method ?? '' })).toEqual([404, 'no-route'])
  })
})

describe('a document', () => {
  test('is read, and Prism loaded, when first needed and once', async () => {
    const read: string[] = []
    const load = async () => {
      read.push('prism')
      return import('@stoplight/prism-http')
    }
    const reading = (id: string) => async () => {
      read.push(id)
      return aDocument()
    }
    await open({ quo: reading('quo'), osvi: reading('osvi') }, { load })
    await (await fetch(`${server.url}/__playhead/health`)).text()
    expect((await told('/v1/call-recordings/AC0'))[0]).toBe(404)
    expect(read).toEqual([])
    expect((await told('/quo/v1/notes/7', { headers: {} }))[0]).toBe(401)
    expect(read).toEqual(['quo'])
    await Promise.all([told('/quo/v1/notes/7'), told('/quo/v1/notes?limit=3'), told('/quo/v1/notes/8')])
    expect(read).toEqual(['quo', 'prism'])
  })

  test.for<[string, string, () => Promise<unknown>]>([
    ['that is no OpenAPI', 'bad-document', async () => ({ hello: 'world' })],
    ['that refers elsewhere', 'remote-reference', async () => documentOf({ $ref: 'http://127.0.0.1:9/a' })],
    ['that is boundless', 'document-too-large', async () => documentOf({ type: 'array', minItems: 1e12 })],
  ])('%s is an error, and everything else goes on', async ([, code, read]) => {
    await open({ ...pinned, quo: read, feather: async () => aDocument() })
    for (let again = 0; again < 2; again++) expect(await told('/quo/a')).toEqual([400, code])
    expect(await told('/a')).toEqual([400, code])
    expect((await fetch(`${server.url}/__playhead/clock`)).status).toBe(200)
    expect((await told('/v1/notes/7', { headers: { 'x-api-key': 'playhead-feather' } }))[0]).not.toBe(400)
    expect((await told('/v1/call-recordings/AC0'))[0]).toBe(404)
  })

  test('needs Prism, and says so', async () => {
    const load = async () => {
      throw Object.assign(new Error("Cannot find package '@stoplight/prism-http'"), {
        code: 'ERR_MODULE_NOT_FOUND',
      })
    }
    await open({ quo: async () => aDocument() }, { load })
    const response = await ask('/v1/notes/7')
    expect(response.headers.get('x-playhead-error')).toBe('missing-peer')
    expect(await response.text()).toContain('npm install --save-dev @stoplight/prism-http')
    expect((await told('/v1/call-recordings/AC0'))[0]).toBe(404)
  })
})
