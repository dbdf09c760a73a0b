import { createServer, type RequestListener } from 'node:http'
import { createServer as createSocketServer, type Server } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { headOf, working } from '../../../bench/serve/connection.ts'
import { listen } from '../../../mocks/hosts/listen.ts'

const servers: Server[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))))
})

const standing = (handle: RequestListener): Promise<number> => {
  const server = createServer(handle)
  servers.push(server)
  return listen(server, '127.0.0.1', 0)
}

/** Sends so many requests, one after the other. */
const answered = async (port: number, times: number): Promise<readonly number[]> => {
  const statuses: number[] = []
  let sent = 0
  await working(port, {
    next: () => (sent++ < times ? Buffer.from('GET /a HTTP/1.1\r\nhost: a.example\r\n\r\n') : undefined),
    answered: (status, ms) => {
      expect(ms).toBeGreaterThan(0)
      statuses.push(status)
    },
  })
  return statuses
}

describe('a head', () => {
  test.for<[string, ReturnType<typeof headOf>]>([
    ['HTTP/1.1 200 OK\r\nContent-Length: 5\r\n', undefined],
    ['HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab', { status: 200, from: 38, length: 5 }],
    ['HTTP/1.1 206 Partial Content\r\ncontent-length:7\r\n\r\n', { status: 206, from: 50, length: 7 }],
    ['HTTP/1.1 404 No\r\nTransfer-Encoding: chunked\r\n\r\n', { status: 404, from: 47, length: 'chunked' }],
    ['HTTP/1.1 204 No Content\r\n\r\n', { status: 204, from: 27, length: 0 }],
  ])('%j is read as %j', ([text, head]) => {
    expect(headOf(Buffer.from(text))).toEqual(head)
  })

  test('that does not say where the body ends is refused', () => {
    expect(() => headOf(Buffer.from('HTTP/1.1 200 OK\r\n\r\n'))).toThrow('Cannot tell where this answer ends')
  })
})

describe('over one connection', () => {
  test('answers of a known length are counted, however they are cut', async () => {
    const port = await standing((_, response) => {
      response.writeHead(200, { 'content-length': '6' })
      response.write('abc')
      setImmediate(() => response.end('def'))
    })
    expect(await answered(port, 3)).toEqual([200, 200, 200])
  })

  test('answers in chunks are counted, and what looks like their end is none', async () => {
    const port = await standing((_, response) => {
      response.writeHead(404)
      response.write('0\r\n\r\n0')
      setImmediate(() => response.end('tail'))
    })
    expect(await answered(port, 3)).toEqual([404, 404, 404])
  })

  test('all of them go over the same one', async () => {
    const from = new Set<number | undefined>()
    const port = await standing(({ socket }, response) => {
      from.add(socket.remotePort)
      response.end('a')
    })
    await answered(port, 5)
    expect(from.size).toBe(1)
  })

  test('a server that ends it fails the load', async () => {
    const server = createSocketServer((socket) => socket.resume().end())
    servers.push(server)
    const port = await listen(server as Parameters<typeof listen>[0], '127.0.0.1', 0)
    await expect(answered(port, 1)).rejects.toThrow('closed a connection')
  })

  test('an answer without an end fails the load, and not the process', async () => {
    const server = createSocketServer((socket) => socket.resume().write('HTTP/1.1 200 OK\r\n\r\nand so on'))
    servers.push(server)
    const port = await listen(server as Parameters<typeof listen>[0], '127.0.0.1', 0)
    await expect(answered(port, 1)).rejects.toThrow('Cannot tell where this answer ends')
  })

  test('no server fails it as well', async () => {
    const server = createSocketServer()
    const port = await listen(server as Parameters<typeof listen>[0], '127.0.0.1', 0)
    await new Promise((resolve) => server.close(resolve))
    await expect(answered(port, 1)).rejects.toThrow('ECONNREFUSED')
  })
})
