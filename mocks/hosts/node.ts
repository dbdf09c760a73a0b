import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { answerControl, isControl, mostControlBytes, tooLarge } from '../control/answer.ts'
import type { ControlResponse } from '../control/define.ts'
import { isLoopback } from '../control/loopback.ts'
import { nodeHasher } from '../node-hash.ts'
import { refusal } from '../sandboxes/refusal.ts'
import { type Backend, type BackendOptions, createBackend } from '../sandboxes.ts'
import type { Origin } from '../simulator.ts'
import { PlayheadError, shown } from '../world/error.ts'
import type { WireRequest, WireResponse } from '../world/exchange.ts'
import type { Onlooker } from '../world/onlooker.ts'
import { listen } from './listen.ts'
import { bodyOf, wireRequestOf } from './node-request.ts'
import { patience, send, untilGivenUp, writeAll } from './node-send.ts'
import { tellEnd } from './tell-end.ts'

/** How a server stands. */
export interface ServerOptions extends Omit<BackendOptions, 'origins'> {
  /** A loopback address. @default '127.0.0.1' */
  readonly host?: string
  /** Where vendors and the control API answer; 0 takes a free port. @default 4010 */
  readonly port?: number
  /** Where storage answers. @default the port after the other, or a free one where that is free as well */
  readonly storagePort?: number
  /** Told of what should never happen. @default prints it to stderr */
  readonly onCrash?: (error: unknown) => void
  /** Makes the one who looks on at all that passes over the wire, the control API's own requests excepted. */
  readonly onlooker?: (backend: Backend) => Onlooker
}

/** A server that listens. */
export interface PlayheadServer {
  /** The origin of vendors and of the control API, without a trailing slash. */
  readonly url: string
  readonly storageUrl: string
  readonly backend: Backend
  /** Takes no more requests, ends what only waits, and lets what is being sent go on for a moment. */
  close(): Promise<void>
}

/** The longest path and query, in bytes; what is longer is told so, while node cuts off at twice as much. */
const longestPath = 16 * 1024

/** How long a closing server waits for what it is sending. */
const graceMs = 2000

const crashed = (error: unknown): void => console.error(error)

/**
 * Stands a backend up on two origins, the API and storage, as in production.
 * @throws PlayheadError `off-loopback`, `bad-port`, `port-in-use`, `port-refused`, `cannot-listen`
 * @example const server = await startServer({ port: 0 }); await fetch(`${server.url}/osvi/v1/call/…/recording`)
 */
export const startServer = async (options: ServerOptions = {}): Promise<PlayheadServer> => {
  const { host = '127.0.0.1', port = 4010, onCrash = crashed, onlooker, ...rest } = options
  const { storagePort = port === 0 ? 0 : port + 1, ...backendOptions } = rest
  if (!isLoopback(host))
    throw new PlayheadError({
      code: 'off-loopback',
      act: `Cannot listen on ${shown(host)}: whoever reaches it could drive the clock and read the journal`,
      cure: 'Listen on 127.0.0.1, and reach it from elsewhere through a tunnel or a proxy of your own.',
    })
  const opened = Promise.withResolvers<Served>()
  const closing = new AbortController()
  const serverOf = (origin: Origin): Server =>
    createServer({ maxHeaderSize: 2 * longestPath, joinDuplicateHeaders: true }, (request, response) => {
      void opened.promise
        .then((served) => respond(served, origin, request, response, closing.signal))
        .catch((error: unknown) => {
          // A client that left in the middle of its own request is no crash.
          if (error !== request.errored) onCrash(error)
          if (response.headersSent) response.destroy()
          else response.writeHead(500, { 'content-type': 'application/json' }).end(crashBody)
        })
    })
  const servers = [serverOf('api'), serverOf('storage')] as const
  try {
    const bare = host.replace(/^\[|\]$/g, '')
    const named = bare.includes(':') ? `[${bare}]` : bare
    const api = `http://${named}:${await listen(servers[0], bare, port)}`
    const storage = `http://${named}:${await listen(servers[1], bare, storagePort)}`
    const backend = createBackend({
      random: (bytes) => randomBytes(bytes),
      hasher: nodeHasher,
      ...backendOptions,
      origins: { api, storage },
    })
    // Made now, so that a scenario nobody knows stops the start and not the first request.
    await backend.session().state()
    opened.resolve({ backend, onlooker: onlooker?.(backend) })
    return { url: api, storageUrl: storage, backend, close: () => closeAll(servers, closing) }
  } catch (error) {
    opened.promise.catch(() => undefined)
    opened.reject(error)
    await closeAll(servers, closing)
    throw error
  }
}

/** A backend that listens, and who looks on. */
interface Served {
  readonly backend: Backend
  readonly onlooker: Onlooker | undefined
}

const respond = async (
  { backend, onlooker }: Served,
  origin: Origin,
  request: IncomingMessage,
  response: ServerResponse,
  stopping: AbortSignal,
): Promise<void> => {
  const wire = wireRequestOf(request)
  if (wire.path.length > longestPath) await send(refusal(tooLong, wire, 414), wire.method, response, stopping)
  else if (origin === 'api' && isControl(wire.path))
    await sendControl(await askControl(backend, wire, request), response, stopping)
  else {
    const passage = onlooker?.arrived(origin, wire)
    const answer = await askVendor(backend, origin, wire, request)
    if (passage) tellEnd(passage, answer, response, stopping)
    await send(answer, wire.method, response, stopping, () => passage?.answered(answer))
  }
  if (!stopping.aborted) return
  // Nothing more is taken on a connection that would otherwise be kept for the next request.
  if (response.writableEnded) response.socket?.destroySoon()
  else response.destroy()
}

/** The simulator's own operations take no body: only what a fallback may answer is read. */
const askVendor = async (
  backend: Backend,
  origin: Origin,
  wire: WireRequest,
  request: IncomingMessage,
): Promise<WireResponse> => {
  if (!backend.fallback || origin === 'storage' || !takesBody.has(wire.method))
    return backend.answer(origin, wire)
  const body = await bodyOf(request, mostControlBytes)
  return body === undefined ? refusal(bodyTooLarge, wire, 413) : backend.answer(origin, { ...wire, body })
}

const askControl = async (
  backend: Backend,
  wire: WireRequest,
  request: IncomingMessage,
): Promise<ControlResponse> => {
  const body = await bodyOf(request, mostControlBytes)
  return body === undefined ? tooLarge() : answerControl(backend, { ...wire, body })
}

const sendControl = async (
  { status, headers, body = '', events }: ControlResponse,
  to: ServerResponse,
  stopping: AbortSignal,
): Promise<void> => {
  to.sendDate = false
  if (!events) {
    to.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) }).end(body)
    return
  }
  to.writeHead(status, headers)
  const signal = patience(to, stopping)
  await untilGivenUp(signal, () => writeAll(events(signal), to, signal))
  to.end()
}

const closeAll = async (servers: readonly Server[], closing: AbortController): Promise<void> => {
  const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())))
  closing.abort()
  const grace = setTimeout(() => {
    for (const server of servers) server.closeAllConnections()
  }, graceMs)
  await Promise.all(closed)
  clearTimeout(grace)
}

const tooLong = new PlayheadError({
  code: 'path-too-long',
  act: `Cannot read a path of more than ${longestPath} bytes`,
  cure: 'Shorten the path and its query.',
})

const takesBody = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

const bodyTooLarge = new PlayheadError({
  code: 'body-too-large',
  act: `Cannot read a body of more than ${mostControlBytes} bytes`,
  cure: 'Send less: no vendor takes as much.',
})

const crashBody = JSON.stringify({
  error: new PlayheadError({
    code: 'internal',
    act: 'Cannot answer: Playhead itself has failed',
    cure: 'Look at what the server printed, and report it with the request that led to it.',
  }),
})
