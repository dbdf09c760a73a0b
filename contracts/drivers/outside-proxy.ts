import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Arrival, Line } from '../define.ts'

/** Takes in one request. @returns to be called when whoever asked goes away */
export type TakesIn = (arrival: Arrival, line: Line) => () => void

/** Stands before every host but this machine, for whatever obeys the usual variables: it sees, and lets nothing through. */
export interface OutsideProxy {
  /** What a process has to be started with. */
  readonly env: Readonly<Record<string, string>>
  /** Who is told of what comes from now on; between cases nobody is. */
  readonly tell: (takesIn: TakesIn | undefined) => void
  readonly close: () => Promise<void>
}

const host = '127.0.0.1'

/** What the two ends of this machine are called. */
const own = `${host},localhost,::1`

/** Such a proxy is asked for the whole URL; of an encrypted connection only where it goes is known. */
const urlOf = ({ method, url = '' }: IncomingMessage): string =>
  method === 'CONNECT' ? `https://${url.replace(/:443$/, '')}/` : url

const headersOf = ({ headers }: IncomingMessage): Arrival['request']['headers'] =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || name.startsWith('proxy-') ? [] : [[name, String(value)]],
    ),
  )

/** Nothing is ever answered: whoever asks is cut off. */
const lineTo = (socket: Duplex): Line => {
  const cut = (): void => void socket.destroy()
  return { answer: cut, begin: cut, more: cut, end: cut, cut }
}

/** Opens one, on a free port of this machine. */
export const openOutsideProxy = async (): Promise<OutsideProxy> => {
  let takesIn: TakesIn | undefined
  const sockets = new Set<Duplex>()
  const receive = (request: IncomingMessage, socket: Duplex): void => {
    if (!takesIn) return void socket.destroy()
    // What lies within an encrypted connection is not seen; that it was to be a GET is the best guess.
    const method = request.method === 'CONNECT' ? 'GET' : (request.method ?? 'GET')
    const seen = { method, path: urlOf(request), headers: headersOf(request) }
    const leave = takesIn({ role: 'elsewhere', request: seen }, lineTo(socket))
    socket.once('close', leave)
  }
  const server = createServer((request) => receive(request, request.socket))
  server.on('connect', receive)
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('close', () => sockets.delete(socket))
  })
  server.listen(0, host)
  await once(server, 'listening')
  const address = server.address()
  const url = `http://${host}:${typeof address === 'object' ? address?.port : 0}`
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY']
  const variables = [...names.map((name) => [name, url] as const), ['NO_PROXY', own] as const]
  return {
    // Some look for the one, some for the other.
    env: Object.fromEntries(
      variables.flatMap(([name, value]) => [
        [name, value],
        [name.toLowerCase(), value],
      ]),
    ),
    tell: (next) => {
      takesIn = next
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
}
