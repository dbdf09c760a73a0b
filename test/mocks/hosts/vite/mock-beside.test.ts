import { once } from 'node:events'
import { type ClientHttp2Session, connect, createServer } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { mockBeside } from '../../../../mocks/hosts/vite/mock-beside.ts'

// With https Vite speaks HTTP/2, whose requests have other headers and no socket of their own.
const logger = { error: vi.fn() }
const mock = mockBeside({ port: 0, start: { freeze: true } }, { '/api': 'voqo' }, logger as never)
const server = createServer((request, response) =>
  mock.middleware(request as never, response as never, () => response.writeHead(404).end('theirs')),
)
let client: ClientHttp2Session
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  client = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
afterAll(async () => {
  client.close()
  server.close()
  await mock.close()
})

const ask = async (path: string, body?: object) => {
  const headers = body ? { ':method': 'POST', 'content-type': 'application/json' } : {}
  const stream = client.request({ ':path': path, ...headers })
  stream.end(body ? JSON.stringify(body) : undefined)
  const [told] = await once(stream, 'response')
  let text = ''
  for await (const piece of stream.setEncoding('utf8')) text += piece
  return { status: told[':status'], type: told['content-type'], text }
}

test('answers over HTTP/2 as well, and leaves the rest to the dev server', async () => {
  expect(await ask('/api/public/recordings/playable')).toMatchObject({
    status: 200,
    type: 'application/json',
  })
  expect(await ask('/__playhead/health')).toMatchObject({ status: 200 })
  expect(await ask('/elsewhere')).toMatchObject({ status: 404, text: 'theirs' })
  expect(await ask('/__playhead/clock', { verb: 'advance', value: '15m' })).toMatchObject({ status: 200 })
})

test.for([{ kind: 'reset', at: 'before-headers' }, { kind: 'reset', at: 'mid-body' }, { kind: 'truncate' }])(
  'cuts a stream off as it cuts a connection: %j',
  async (effect) => {
    const armed = await ask('/__playhead/disturbances', { effect, on: { vendor: 'voqo' }, count: 1 })
    expect(armed.status).toBe(201)
    await expect(ask('/api/public/recordings/playable')).rejects.toThrow(/stream|aborted|closed/i)
    expect((await ask('/api/public/recordings/playable')).status).toBe(200)
    expect(logger.error).not.toHaveBeenCalled()
  },
)
