import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { moveSession } from '../../../mocks/clock-verbs.ts'
import { readyOf } from '../../../mocks/control/ready.ts'
import { type PlayheadServer, type ServerOptions, startServer } from '../../../mocks/hosts/node.ts'
import { handClock } from '../a-backend.ts'
import { osviKey, osviPath } from '../asking.ts'
import { raw } from './raw.ts'

const opened: PlayheadServer[] = []
const start = async (options: ServerOptions = {}): Promise<PlayheadServer> => {
  const server = await startServer({ port: 0, real: handClock().real, ...options })
  opened.push(server)
  return server
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()))
})

const look = (server: PlayheadServer, headers = {}): Promise<Response> =>
  fetch(`${server.url}/osvi${osviPath('playable')}`, { headers: { ...osviKey, ...headers } })

const linkOf = async (server: PlayheadServer): Promise<string> => {
  const { data } = JSON.parse(await (await look(server)).text())
  return data.recording_url
}

const disturb = (server: PlayheadServer, effect: object): Promise<unknown> =>
  fetch(`${server.url}/__playhead/disturbances`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ effect }),
  })

describe('the server', () => {
  it('answers on two origins, the API and storage', async () => {
    const server = await start()
    expect(new URL(await linkOf(server)).origin).toBe(server.storageUrl)
    expect(server.storageUrl).not.toBe(server.url)
    expect((await fetch(`${server.storageUrl}/__playhead/health`)).status).toBe(403)
    expect(server.token).toBeUndefined()
  })

  it('answers two hundred requests at once, and counts each', async () => {
    const server = await start()
    const answers = await Promise.all(Array.from({ length: 200 }, () => look(server)))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(await server.backend.session().journal()).toHaveLength(200)
  })

  const targets: readonly (readonly [what: string, line: (url: string) => string, status: number])[] = [
    ['a path', () => `GET ${osviPath('playable')} HTTP/1.1`, 200],
    ['an absolute address', (url) => `GET ${url}${osviPath('playable')} HTTP/1.1`, 200],
    ['an absolute address without a path', () => 'GET http://127.0.0.1?a=1 HTTP/1.1', 404],
    ['no path at all', () => 'OPTIONS * HTTP/1.1', 404],
    [
      'an encoded path',
      () => 'GET /v1/call/%30%30000000-0000-4000-8000-000000000001/recording HTTP/1.1',
      200,
    ],
    ['dots, which stay what they are', () => `GET /x/..${osviPath('playable')} HTTP/1.1`, 404],
    ['HTTP/1.0', () => `GET ${osviPath('playable')} HTTP/1.0`, 200],
    ['a path of 17,000 bytes', () => `GET /${'a'.repeat(17_000)} HTTP/1.1`, 414],
    ['a path of 40,000 bytes', () => `GET /${'a'.repeat(40_000)} HTTP/1.1`, 431],
  ]
  it.each(targets)('understands %s', async (_, line, status) => {
    const server = await start()
    const answer = await raw(
      server.url,
      `${line(server.url)}\r\nHost: 127.0.0.1\r\nAPI-Token: playhead-osvi-16\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  })

  it('joins a header that comes twice, so that two keys are none', async () => {
    const server = await start()
    const answer = await raw(
      server.url,
      `GET ${osviPath('playable')} HTTP/1.1\r\nHost: a\r\nAPI-Token: playhead-osvi-16\r\napi-token: playhead-osvi-16\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 401 /)
    const [entry] = await server.backend.session().journal()
    expect(Object.keys(entry?.request.headers ?? {})).toContain('api-token')
  })

  it('says the virtual time and no other', async () => {
    const server = await start({ start: { at: 86_400_000, freeze: true } })
    expect((await look(server)).headers.get('date')).toBe('Fri, 02 Jan 1970 00:00:00 GMT')
    expect((await fetch(`${server.url}/__playhead/health`)).headers.get('date')).toBeNull()
  })

  it('is none the worse for a client that leaves in the middle of a download', async () => {
    const crashes: unknown[] = []
    const server = await start({ onCrash: (error) => crashes.push(error) })
    const client = new AbortController()
    // Slow enough that the download cannot be over when the client leaves.
    await disturb(server, { kind: 'trickle', bytesPerSecond: 1000 })
    const media = await fetch(await linkOf(server), { signal: client.signal })
    const reader = media.body?.getReader()
    expect((await reader?.read())?.value?.length).toBeGreaterThan(0)
    client.abort()
    await expect(reader?.read()).rejects.toMatchObject({ name: 'AbortError' })
    expect((await fetch(`${server.url}/__playhead/health`)).status).toBe(200)
    expect(crashes).toEqual([])
  })

  it('goes on with a transfer whose link ends meanwhile, and refuses the reconnect', async () => {
    const server = await start({ start: { at: 1_769_850_000_000, freeze: true } })
    await disturb(server, { kind: 'trickle', bytesPerSecond: 2_000_000 })
    const link = await linkOf(server)
    const media = await fetch(link)
    const length = Number(media.headers.get('content-length'))
    const reader = media.body?.getReader()
    const first = (await reader?.read())?.value?.length ?? 0
    expect(first).toBeLessThan(length)
    await moveSession(server.backend.session(), 'advance', '15m')
    let received = first
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
      received += part.value.length
    expect(received).toBe(length)
    const again = await fetch(link, { headers: { range: `bytes=${first}-` } })
    expect([again.status, await again.text()]).toEqual([403, expect.stringContaining('Request has expired')])
  })

  it('stops although a client waits, reads events, or is never answered', async () => {
    const server = await startServer({ port: 0 })
    const events = await fetch(`${server.url}/__playhead/journal`, {
      headers: { accept: 'text/event-stream' },
    })
    await disturb(server, { kind: 'silence' })
    const silent = look(server).catch((error: unknown) => error)
    const asked = new Promise<void>((resolve) => server.backend.session().watch(() => resolve()))
    await asked
    await server.close()
    expect(await silent).toBeInstanceOf(TypeError)
    expect(await events.text()).toContain('event: exchange')
    await expect(fetch(server.url)).rejects.toThrow(TypeError)
  })

  it('stops, and what is being sent arrives whole', async () => {
    const server = await startServer({ port: 0 })
    const world = {
      calls: [{ ref: 'long', segments: [{ id: 's', status: 'completed', durationSeconds: 3600 }] }],
    }
    const put = await fetch(`${server.url}/__playhead/world`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(world),
    })
    expect(put.status).toBe(200)
    const ready = await readyOf(server.backend.session())
    const { refs = {} } = ready.vendors.osvi ?? {}
    const looked = await fetch(`${server.url}/osvi/v1/call/${refs.long}/recording`, { headers: osviKey })
    const media = await fetch((await looked.json()).data.recording_url)
    const length = Number(media.headers.get('content-length'))
    // More than sockets hold by themselves: most of it is still to be sent.
    expect(length).toBeGreaterThan(16 * 1024 * 1024)
    const closed = server.close()
    expect((await media.arrayBuffer()).byteLength).toBe(length)
    await closed
    await expect(fetch(server.url)).rejects.toThrow(TypeError)
  })

  it('sends the journal as it is written', async () => {
    const server = await start()
    const events = await fetch(`${server.url}/__playhead/journal`, {
      headers: { accept: 'text/event-stream' },
    })
    expect(events.headers.get('content-type')).toBe('text/event-stream')
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader()
    await reader?.read()
    await look(server)
    expect((await reader?.read())?.value).toMatch(/^id: 1\nevent: exchange\ndata: \{"seq":1,/)
    await reader?.cancel()
  })

  it('takes no control body beyond 1 MB, nor one that is no JSON', async () => {
    const server = await start()
    const put = (body: string): Promise<Response> =>
      fetch(`${server.url}/__playhead/world`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body,
      })
    const before = await server.backend.session().state()
    const large = await put(`"${'x'.repeat(1024 * 1024)}"`)
    expect([large.status, (await large.json()).error.code]).toEqual([413, 'body-too-large'])
    const broken = await put('{"accounts": [')
    expect([broken.status, (await broken.json()).error.code]).toEqual([400, 'malformed-json'])
    expect(await server.backend.session().state()).toEqual(before)
  })
})

describe('a server that cannot start', () => {
  it.each([
    [{ host: 'a b' }, 'bad-host'],
    [{ host: '192.0.2.1' }, 'cannot-listen'],
    [{ token: 'short' }, 'bad-token'],
    [{ allowedHosts: ['mock.internal:80'] }, 'bad-host'],
    [{ port: 70_000 }, 'bad-port'],
    [{ port: 1.5 }, 'bad-port'],
    [{ start: { scenario: 'expird' } }, 'unknown-scenario'],
    [{ start: { at: -1 } }, 'bad-instant'],
    [{ start: { at: 0 } }, 'bad-instant'],
  ])('%j says why, and holds no port', async (options, code) => {
    await expect(start(options)).rejects.toMatchObject({ code, cure: expect.any(String) })
  })

  it('says that a port is in use, and which to take', async () => {
    const other = createServer()
    other.listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    for (const options of [{ port }, { storagePort: port }])
      await expect(start(options)).rejects.toMatchObject({
        code: 'port-in-use',
        act: `Cannot listen on 127.0.0.1:${port}: something else listens there`,
        cure: expect.stringContaining('--port'),
      })
    other.close()
    await once(other, 'close')
  })
})
