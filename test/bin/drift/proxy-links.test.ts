import { afterEach, describe, expect, test } from 'vitest'
import { closeAll, fetched, sendJson, upstream, watched } from './proxied.ts'

afterEach(closeAll)

const id = '00000000-0000-4000-8000-000000000001'
const path = `/v1/call/${id}/recording`

/** A vendor that tells a link of 15 minutes, and its storage, which answers a status. */
const vendorWith = (status: number, asked: string[] = []): Promise<string> =>
  upstream((request, to) => {
    if (!request.url?.startsWith('/media')) {
      const data = {
        call_id: id,
        recording_url: `http://${request.headers.host}/media/a.mp4?sig=1`,
        expires_in_seconds: 900,
      }
      return sendJson(to, { success: true, data })
    }
    asked.push(`${request.method} ${request.url} ${request.headers.range ?? ''}`)
    return to.writeHead(status, { 'content-type': 'video/mp4' }).end()
  })

const osvi = (target: string, use: (url: string) => Promise<unknown>, ...more: readonly string[]) =>
  watched(target, use, '--vendor', 'osvi', ...more)

describe('playhead drift proxy holds storage to what the vendor tells', () => {
  test('where links are asked through it', async () => {
    const dead = await osvi(await vendorWith(403), async (url) => {
      await fetched(`${url}${path}`)
      await fetched(`${url}/media/a.mp4?sig=1`)
    })
    expect({ code: dead.code, told: dead.told }).toEqual({ code: 1, told: ['breaking lifetime-not-kept ×1'] })
    const alive = await osvi(await vendorWith(206), async (url) => {
      await fetched(`${url}${path}`)
      await fetched(`${url}/media/a.mp4?sig=1`)
    })
    expect({ code: alive.code, told: alive.told }).toEqual({ code: 0, told: [] })
  })

  test('where it is told to ask them itself, each once, for one byte', async () => {
    const asked: string[] = []
    const target = await vendorWith(410, asked)
    const twice = async (url: string): Promise<void> => {
      await fetched(`${url}${path}`)
      await fetched(`${url}${path}`)
    }
    const { code, told, err } = await osvi(target, twice, '--ask-links')
    expect({ code, told, asked }).toEqual({
      code: 1,
      told: ['breaking lifetime-not-kept ×1'],
      asked: ['GET /media/a.mp4?sig=1 bytes=0-0'],
    })
    expect(err).toContain('1 link asked for a first byte before the end it was told to have: 1 refused.')
    const alive = await osvi(await vendorWith(206), twice, '--ask-links')
    expect(alive).toMatchObject({ code: 0, told: [] })
    expect(alive.err).toContain('0 refused.')
  })

  test('and asks nothing that it was not told to ask', async () => {
    const asked: string[] = []
    await osvi(await vendorWith(206, asked), (url) => fetched(`${url}${path}`))
    expect(asked).toEqual([])
  })
})

describe('playhead drift proxy looks at what is asked', () => {
  const requests: readonly (readonly [string, string, RequestInit, readonly string[]])[] = [
    ['nothing that the document does not have', '', {}, []],
    ['a parameter that it does not have', '?verbose=1', {}, ['risky undocumented-parameter-sent ×1']],
    [
      'two of them, one a list',
      '?a=1&b[]=2&b[]=3',
      {},
      ['risky undocumented-parameter-sent ×1', 'risky undocumented-parameter-sent ×1'],
    ],
  ]
  test.each(requests)('%s', async (_says, query, init, wanted) => {
    const { told, out } = await osvi(await vendorWith(206), (url) => fetched(`${url}${path}${query}`, init))
    expect(told).toEqual(wanted)
    expect(out).not.toContain('verbose=1')
  })

  test('and tells what of the document never came', async () => {
    const { out } = await osvi(await vendorWith(206), (url) => fetched(`${url}${path}`))
    const [{ unseen }] = JSON.parse(out).vendors
    expect(unseen).toEqual([
      {
        operation: 'GET /v1/call/{id}/recording',
        where: '',
        kind: 'status',
        never: expect.arrayContaining(['401', '404', '429']),
      },
    ])
  })
})
