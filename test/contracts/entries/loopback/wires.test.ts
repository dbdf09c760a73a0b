import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { watchWires } from '../../../../contracts/entries/loopback/wires.ts'

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** How many turns it takes until nothing is in flight any more, at most so many. */
const turnsUntilStill = async (inFlight: () => boolean, most: number): Promise<number> => {
  for (let turns = 0; turns < most; turns++) {
    if (!inFlight()) return turns
    await turn()
  }
  return most
}

/** What node's HTTP parser does to a socket where its message is not read on: the socket itself never knows. */
interface Handle {
  readStop(): void
  readStart(): void
}

test('a wire whose client has stopped reading without a word is at rest, and may read on', async () => {
  const server = createServer((_, response) => response.end(Buffer.alloc(8_000_000))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const wires = watchWires([server])
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const request = get({ host: '127.0.0.1', port, agent: false })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  const { _handle: handle } = response.socket as unknown as { readonly _handle: Handle }
  handle.readStop()
  expect(wires.inFlight()).toBe(true)
  expect(await turnsUntilStill(wires.inFlight, 20_000)).toBeLessThan(20_000)
  handle.readStart()
  let bytes = 0
  response.on('data', (piece: Buffer) => {
    bytes += piece.length
  })
  await once(response, 'end')
  expect(bytes).toBe(8_000_000)
  wires.close()
  server.close()
  request.destroy()
})

test('two connections from one port to two servers are told apart', async () => {
  const standing = async (): Promise<Server> => {
    const server = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return server
  }
  const portOf = (server: Server): number => (server.address() as AddressInfo).port
  const [one, other, gone] = [await standing(), await standing(), await standing()]
  const servers = [one, other]
  const localPort = portOf(gone)
  gone.close()
  const wires = watchWires(servers)
  const asking = async (port: number): Promise<Socket> => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.1', localPort })
    await once(socket, 'connect')
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
    await once(socket, 'data')
    return socket
  }
  const first = await asking(portOf(one))
  const second = await asking(portOf(other))
  expect(second.localPort).toBe(first.localPort)
  expect(await turnsUntilStill(wires.inFlight, 500)).toBeLessThan(500)
  first.destroy()
  expect(await turnsUntilStill(wires.inFlight, 500)).toBeLessThan(500)
  const answered = once(second, 'data')
  second.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  expect(wires.inFlight()).toBe(true)
  await answered
  expect(await turnsUntilStill(wires.inFlight, 500)).toBeLessThan(500)
  wires.close()
  for (const server of servers) server.close()
})
