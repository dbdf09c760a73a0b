import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { converse } from './converse.ts'

const served = async (serve: (socket: Socket) => void, pieces: readonly string[], looks?: number) => {
  const sockets: Socket[] = []
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.push(socket)
    socket.on('error', () => {})
    serve(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  try {
    return await converse(typeof address === 'object' && address ? address.port : 0, pieces, looks)
  } finally {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
}

test('what is sent in pieces comes in pieces, and everything that is said is read', async () => {
  const came: string[] = []
  const echo = (socket: Socket): void => {
    socket.on('data', (bytes) => {
      came.push(bytes.toString('latin1'))
      socket.write(bytes)
    })
    socket.on('end', () => socket.end('bye'))
  }
  expect(await served(echo, ['a', 'b\u00ff', '', 'c'])).toBe('ab\u00ffcbye')
  expect(came.length).toBeGreaterThan(1)
})

test('one that is cut off has said what it has said', async () => {
  expect(await served((socket) => socket.once('data', () => socket.destroy()), ['a', 'b'])).toBe('')
})

test('a server that neither speaks nor ends is said to hang', async () => {
  await expect(served((socket) => void socket.resume(), ['a'], 2)).rejects.toThrow('The server hangs')
})
