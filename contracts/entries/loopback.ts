import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { listen } from '../../mocks/hosts/listen.ts'
import { bodyOf, wireRequestOf } from '../../mocks/hosts/node-request.ts'
import type { OpenTransport, Port, Transport } from '../define.ts'
import type { Role } from '../history.ts'
import { direct } from '../run/direct.ts'
import { socketLine } from './loopback/socket-line.ts'
import { watchWires } from './loopback/wires.ts'
import { issueHeader, numberedFetch } from './numbered-fetch.ts'

const host = '127.0.0.1'

/** No vendor takes as much. */
const mostBodyBytes = 1_000_000

/** Node's own limits on time are real time: none of them may end anything. */
const withoutLimits = {
  keepAliveTimeout: 0,
  headersTimeout: 0,
  requestTimeout: 0,
  maxHeaderSize: 65_536,
  joinDuplicateHeaders: true,
} as const

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

const open = async (port: Port): Promise<OpenTransport> => {
  let reading = 0
  const receive = async (role: Role, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { headers, ...wire } = wireRequestOf(request)
    const { [issueHeader]: number, ...sent } = headers
    const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined
    reading++
    try {
      const body = hasBody ? await bodyOf(request, mostBodyBytes) : undefined
      const issued = calls.arrived(number)?.issued
      const leave = port.arrive(
        {
          role,
          request: { ...wire, headers: sent, ...(body ? { body } : {}) },
          ...(issued ? { issued } : {}),
        },
        socketLine(response, wire.method),
      )
      if (response.closed) leave()
      else response.once('close', leave)
    } catch (error) {
      // A client that left in the middle of its own request has sent none.
      if (error !== request.errored) throw error
    } finally {
      reading--
    }
  }
  const serverOf = (role: Role): Server =>
    createServer(withoutLimits, (request, response) => void receive(role, request, response))
  const servers = [serverOf('api'), serverOf('storage')] as const
  const wires = watchWires(servers)
  const closeAll = async (): Promise<void> => {
    wires.close()
    await Promise.all(servers.map(close))
  }
  const standing = Promise.all(servers.map((server) => listen(server, host, 0)))
  const ports = await standing.catch(async (error: unknown) => {
    await closeAll()
    throw error
  })
  const [apiOrigin = '', storageOrigin = ''] = ports.map((at) => `http://${host}:${at}`)
  const isHere = (url: string): boolean => {
    const { origin } = URL.canParse(url) ? new URL(url) : {}
    return origin === apiOrigin || origin === storageOrigin
  }
  const calls = numberedFetch(port, globalThis.fetch)
  // Nothing leaves this machine.
  const { fetch: elsewhere } = await direct.open(port)
  return {
    apiOrigin,
    storageOrigin,
    fetch: (input, init) =>
      isHere(input instanceof Request ? input.url : String(input))
        ? calls.fetch(input, init)
        : elsewhere(input, init),
    inFlight: () => calls.underWay() || reading > 0 || wires.inFlight(),
    close: closeAll,
  }
}

/**
 * The transport over real sockets: two servers on 127.0.0.1 for each case, reached by node's own fetch. Faults are
 * those of sockets. The same case gives the same history, byte for byte, as it does without a wire.
 */
export const loopback: Transport = { name: 'loopback', open }
