import { once } from 'node:events'
import type { Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type PlayheadServer, type ServerOptions, startServer } from '../../../mocks/hosts/node.ts'
import { osviPath } from '../asking.ts'
import { connected, raw, readAll } from './raw.ts'

const opened: PlayheadServer[] = []
const sockets: Socket[] = []
const crashes: unknown[] = []
const start = async (options: ServerOptions = {}): Promise<PlayheadServer> => {
  const server = await startServer({ port: 0, onCrash: (error) => crashes.push(error), ...options })
  opened.push(server)
  return server
}
const open = async (url: string): Promise<Socket> => {
  const socket = await connected(url)
  sockets.push(socket)
  return socket
}
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await Promise.all(opened.splice(0).map((server) => server.close()))
  expect(crashes.splice(0)).toEqual([])
})

/** The status and the code of a raw answer that is an error of Playhead's own. */
const refusalIn = (answer: string): readonly [status: number, code: string] => {
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  return [Number(/^HTTP\/1\.1 (\d+) /.exec(head)?.[1]), JSON.parse(body).error.code]
}

const ask = `GET ${osviPath('playable')} HTTP/1.1\r\nHost: a\r\nAPI-Token: playhead-osvi-16\r\n`
const post = 'POST /__playhead/clock HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'
const soon = { headMs: 100, requestMs: 200 }
const soonForHeads = { headMs: 100, requestMs: 60_000 }

describe('a server refuses', () => {
  const given: readonly (readonly [what: string, bytes: string, status: number, code: string])[] = [
    ['what is no HTTP', 'EHLO mail.example\r\n\r\n', 400, 'malformed-request'],
    ['another protocol', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400, 'malformed-request'],
    ['a header without a name', 'GET / HTTP/1.1\r\n: x\r\n\r\n', 400, 'malformed-request'],
    ['a request to nobody', 'GET / HTTP/1.1\r\n\r\n', 400, 'malformed-request'],
    ['two lengths', `${post}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, 400, 'malformed-request'],
    [
      'a length beside chunks',
      `${post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
      'malformed-request',
    ],
    [
      'a chunk of no length',
      `${post}Transfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n`,
      400,
      'malformed-request',
    ],
    ['a head of 40 kB', `${ask}X-A: ${'a'.repeat(40_000)}\r\n\r\n`, 431, 'head-too-large'],
    ['a head of 4 MB', `${ask}X-A: ${'a'.repeat(4_000_000)}\r\n\r\n`, 431, 'head-too-large'],
    ['ten thousand headers', `${ask}${'X-A: 1\r\n'.repeat(10_000)}\r\n`, 431, 'head-too-large'],
    [
      'a path of 17 kB',
      `GET /${'a'.repeat(17_000)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
      414,
      'path-too-long',
    ],
  ]
  it.each(given)('%s, and says why', async (_, bytes, status, code) => {
    const { url } = await start()
    expect(refusalIn(await raw(url, bytes))).toEqual([status, code])
  })

  it('what follows a request on its connection, when that is answered', async () => {
    const { url } = await start()
    const socket = await open(url)
    socket.write(`${ask}\r\n`)
    await once(socket, 'data')
    const rest = readAll(socket)
    socket.write('nonsense\r\n\r\n')
    expect(refusalIn(await rest)).toEqual([400, 'malformed-request'])
  })

  it('what comes in one piece with a request, and is none the worse', async () => {
    const { url } = await start()
    expect(await raw(url, `${ask}\r\nnonsense\r\n\r\n`)).toMatch(/^HTTP\/1\.1 [24]00 /)
    expect((await fetch(`${url}/__playhead/health`)).status).toBe(200)
  })

  it('a body that is still being sent when it is too long, and the client hears of it', async () => {
    const { url } = await start()
    const socket = await open(url)
    const answer = readAll(socket)
    socket.write(`${post}Content-Length: 100000000\r\n\r\n`)
    const piece = Buffer.alloc(64 * 1024, ' ')
    const isAnswered = (): boolean => socket.destroyed || socket.bytesRead > 0
    for (let sent = 0; sent < 100_000_000 && !isAnswered(); sent += piece.length)
      if (!socket.write(piece)) await Promise.race([once(socket, 'drain'), once(socket, 'data')])
    socket.end()
    expect(refusalIn(await answer)).toEqual([413, 'body-too-large'])
  })
})

describe('a server holds so much of what is being sent and no more', () => {
  it('tells the next one so, and takes others when that has arrived', async () => {
    const { url } = await start({ limits: { bodyBytes: 1000 } })
    const text = JSON.stringify({ verb: 'freeze' }).padEnd(600, ' ')
    const sending = await open(url)
    sending.write(`${post}Connection: close\r\nContent-Length: 600\r\n\r\n${text.slice(0, 599)}`)
    const frozen = readAll(sending)
    const other = (): Promise<string> =>
      raw(url, `${post}Connection: close\r\nContent-Length: 600\r\n\r\n${text}`)
    await expect.poll(async () => (await other()).slice(0, 12)).toBe('HTTP/1.1 503')
    expect(refusalIn(await other())).toEqual([503, 'too-many-bodies'])
    sending.write(' ')
    expect(await frozen).toMatch(/^HTTP\/1\.1 200 /)
    expect(await other()).toMatch(/^HTTP\/1\.1 200 /)
  })
})

describe('a server does not wait for ever', () => {
  const given: readonly (readonly [what: string, limits: object, begin: string])[] = [
    ['for a connection that says nothing', soonForHeads, ''],
    ['for a head that does not end', soonForHeads, 'GET / HTTP/1.1\r\nX-A:'],
    ['for a body that does not come', soon, `${post}Content-Length: 10\r\n\r\n{`],
    ['for a chunk that does not come', soon, `${post}Transfer-Encoding: chunked\r\n\r\n5\r\n{`],
  ]
  it.each(given)('%s', async (_, limits, begin) => {
    const { url } = await start({ limits })
    const socket = await open(url)
    socket.write(begin)
    expect(refusalIn(await readAll(socket))).toEqual([408, 'request-too-slow'])
    expect((await fetch(`${url}/__playhead/health`)).status).toBe(200)
  })

  it('for a head of which another line comes every few milliseconds', async () => {
    const { url } = await start({ limits: soonForHeads })
    const socket = await open(url)
    socket.write('GET / HTTP/1.1\r\n')
    const drip = setInterval(() => socket.write('X-A: 1\r\n'), 10)
    try {
      expect(refusalIn(await readAll(socket))).toEqual([408, 'request-too-slow'])
    } finally {
      clearInterval(drip)
    }
  })

  it('but lets a slow answer take its time', async () => {
    const { url } = await start({ limits: soon })
    const armed = await fetch(`${url}/__playhead/disturbances`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ effect: { kind: 'slow-headers', ms: 700 }, on: { role: 'api' } }),
    })
    expect(armed.status).toBe(201)
    const answer = await fetch(`${url}/osvi${osviPath('playable')}`, {
      headers: { 'api-token': 'playhead-osvi-16' },
    })
    expect(answer.status).toBe(200)
  })
})

describe('a server keeps so many connections and no more', () => {
  it('tells the next one so, and takes others when some have gone', async () => {
    const { url, storageUrl } = await start({ limits: { connections: 2 } })
    const held = [await open(url), await open(url)]
    for (const socket of held) {
      socket.write(`${ask}\r\n`)
      await once(socket, 'data')
    }
    expect(refusalIn(await raw(url, `${ask}\r\n`))).toEqual([503, 'too-many-connections'])
    // The other origin has its own.
    expect((await fetch(storageUrl)).status).toBe(403)
    held[0]?.destroy()
    await expect
      .poll(async () => (await raw(url, `${ask}Connection: close\r\n\r\n`)).slice(0, 12))
      .toBe('HTTP/1.1 200')
  })

  it('counts nothing of what is asked on a connection that was turned away', async () => {
    const { url, backend } = await start({ limits: { connections: 0 } })
    const answers = await Promise.all(Array.from({ length: 20 }, () => raw(url, `${ask}\r\n`)))
    expect(new Set(answers.map((answer) => refusalIn(answer).join(' ')))).toEqual(
      new Set(['503 too-many-connections']),
    )
    expect(await backend.session().journal()).toEqual([])
  })
})
