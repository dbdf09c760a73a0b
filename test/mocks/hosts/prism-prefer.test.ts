import { afterEach, describe, expect, test } from 'vitest'
import { readyOf } from '../../../mocks/control/ready.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { toHttpDate } from '../../../mocks/world/instant.ts'
import { startedAt } from '../a-backend.ts'
import { aDocument } from './prism/a-document.ts'
import { type DocumentServer, openServer, pinned, quoKey } from './prism/a-server.ts'

let server: DocumentServer
afterEach(() => server.close())

const open = async (...given: Parameters<typeof openServer>): Promise<void> => {
  server = await openServer(...given)
}
const ask: DocumentServer['ask'] = (...given) => server.ask(...given)
const told: DocumentServer['told'] = (...given) => server.told(...given)
const journalled: DocumentServer['journalled'] = (...given) => server.journalled(...given)

describe('Prefer', () => {
  /** How the simulator's own route of a vendor is asked for its playable call. */
  const playable = async (
    id: string,
  ): Promise<{ path: string; headers: Readonly<Record<string, string>> }> => {
    const { headers = {}, refs = {} } = (await readyOf(server.backend.session())).vendors[id] ?? {}
    const [operation] = vendors.find((one) => one.id === id)?.operations ?? []
    return { path: `/${id}${operation?.path.replace(/\{\w+\}/, refs.playable ?? '')}`, headers }
  }

  test.for(vendors.map(({ id }) => id))('works on the simulator’s own routes of %s', async (id) => {
    await open(pinned)
    const { path, headers } = await playable(id)
    const preferring = (prefer: string) => ask(path, { headers: { ...headers, prefer } })
    for (const prefer of ['code=404', 'wait=1, code=404; why=x']) {
      const response = await preferring(prefer)
      expect([response.status, response.headers.get('preference-applied')]).toEqual([404, 'code=404'])
      expect(response.headers.get('date')).toBe(toHttpDate(startedAt))
      await response.text()
    }
    const drawn = await preferring('dynamic=true, code=200')
    expect([drawn.status, drawn.headers.get('preference-applied')]).toEqual([200, 'code=200, dynamic=true'])
    await drawn.text()
    const lacking = await preferring('code=418')
    expect([lacking.status, lacking.headers.get('x-playhead-error')]).toEqual([400, 'no-such-response'])
    expect(await lacking.text()).toMatch(/Prefer one that it has: (\d{3}, )+\d{3}\./)
    if (id !== 'voqo') expect((await told(path, { headers: { prefer: 'code=200' } }))[0]).toBe(401)
    expect(new Set((await journalled()).map(([vendor, , said]) => `${vendor} ${said}`))).toEqual(
      new Set([`${id} by-document`, ...(id === 'voqo' ? [] : [`${id} unauthorized`])]),
    )
  })

  test('keeps to the sandbox that an id or a key was minted for', async () => {
    await open(pinned)
    const { quo = '', voqo = '' } = await server.backend.mint('bob')
    for (const [id, ending, headers] of [
      ['quo', '', { authorization: quo }],
      ['voqo', `-${voqo}`, {}],
    ] as const) {
      const { path } = await playable(id)
      const response = await ask(`${path}${ending}`, { headers: { ...headers, prefer: 'code=404' } })
      expect([id, response.status]).toEqual([id, 404])
    }
    expect((await journalled('bob')).map(([vendor]) => vendor)).toEqual(['quo', 'voqo'])
    expect(await journalled()).toEqual([])
  })

  test('of something else changes nothing', async () => {
    await open(pinned)
    const { path, headers } = await playable('osvi')
    const response = await ask(path, { headers: { ...headers, prefer: 'return=minimal, respond-async' } })
    expect([response.status, response.headers.get('preference-applied')]).toEqual([200, null])
    expect((await response.text()).includes('X-Amz-Signature')).toBe(true)
    expect((await journalled()).at(-1)?.[2]).toBe('recording')
  })

  test('that cannot be is refused', async () => {
    await open({ quo: async () => aDocument() })
    expect(await told('/v1/notes/7', { headers: { ...quoKey, prefer: 'code=x' } })).toEqual([
      400,
      'bad-preference',
    ])
    expect(await told('/v1/notes/7', { headers: { ...quoKey, prefer: 'example=x' } })).toEqual([
      400,
      'no-such-response',
    ])
    expect(await told('/v1/call-recordings/AC0', { headers: { ...quoKey, prefer: 'code=404' } })).toEqual([
      400,
      'not-in-document',
    ])
  })

  test('gives way to what the document refuses', async () => {
    await open({ quo: async () => aDocument() })
    const response = await ask('/v1/notes?limit=10', { headers: { ...quoKey, prefer: 'code=200' } })
    expect([response.status, response.headers.get('preference-applied')]).toEqual([400, null])
  })

  test('of several is one, and of one name the first', async () => {
    await open({ quo: async () => aDocument() })
    const preferred = (prefer: string) => told('/v1/notes/7', { headers: { ...quoKey, prefer } })
    expect(await preferred('example=long')).toEqual([200, expect.objectContaining({ id: 2 })])
    expect(await preferred('code=503')).toEqual([503, { error: 'down' }])
    expect(await preferred('code=404, code=503, example="gone"')).toEqual([404, { error: 'gone' }])
  })
})
