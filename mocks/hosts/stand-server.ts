import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { answerControl, isControl, mostControlBytes, tooLarge } from '../control/answer.ts'
import type { ControlResponse } from '../control/define.ts'
import { isLoopback } from '../control/loopback.ts'
import { nodeHasher } from '../node-hash.ts'
import { refusal } from '../sandboxes/refusal.ts'
import { type Backend, createBackend } from '../sandboxes.ts'
import type { Origin } from '../simulator.ts'
import { PlayheadError, shown } from '../world/error.ts'
import type { WireRequest, WireResponse } from '../world/exchange.ts'
import type { Onlooker } from '../world/onlooker.ts'
import type { Detour } from './detour.ts'
import { listen } from './listen.ts'
import { bodyOf, wireRequestOf } from './node-request.ts'
import { cutOff, patience, send, untilGivenUp, writeAll } from './node-send.ts'
import type { PlayheadServer, ServerOptions } from './server.ts'
import { tellEnd } from './tell-end.ts'

/** A server that listens, and that answers what came in elsewhere. */
export interface StandingServer extends PlayheadServer {
  /** Answers a request that came in elsewhere, such as at a dev server, as the origin of vendors would. */
  handle(request: IncomingMessage, response: ServerResponse, detour?: Detour): void
}

/** The longest path and query, in bytes; what is longer is told so, while node cuts off at twice as much. */
const longestPath = 16 * 1024

/** How long a closing server waits for what it is sending. */
const graceMs = 2000

const crashed = (error: unknown): void => console.error(error)

/**
 * Stands a backend up on two origins, for hosts that bring requests of their own as well.
 * @throws PlayheadError `off-loopback`, `bad-port`, `port-in-use`, `port-refused`, `cannot-listen`
 */
export const standServer = async (options: ServerOptions = {}): Promise<StandingServer> => {
  const { host = '127.0.0.1', port = 4010, onCrash = crashed, onlooker, ...rest } = options
  const { storagePort = port === 0 ? 0 : port + 1, publicUrl, publicStorageUrl, ...backendOptions } = rest
  if (!isLoopback(host))
    throw new PlayheadError({
      code: 'off-loopback',
      act: `Cannot listen on ${shown(host)}: whoever reaches it could drive the clock and read the journal`,
      cure: 'Listen on 127.0.0.1, and reach it from elsewhere through a tunnel or a proxy of your own.',
    })
  const opened = Promise.withResolvers<Served>()
  const closing = new AbortController()
  const handle = (
    origin: Origin,
    request: IncomingMessage,
    response: ServerResponse,
    detour?: Detour,
  ): void => {
    void opened.promise
      .then((served) => respond({ ...served, detour }, origin, request, response, closing.signal))
      .catch((error: unknown) => {
        // A client that left in the middle of its own request is no crash.
        if (error !== request.errored) onCrash(error)
        if (response.headersSent) response.destroy()
        else response.writeHead(500, { 'content-type': 'application/json' }).end(crashBody)
      })
  }
  const serverOf = (origin: Origin): Server =>
    createServer({ maxHeaderSize: 2 * longestPath, joinDuplicateHeaders: true }, (request, response) =>
      handle(origin, request, response),
    )
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
      origins: { api: publicUrl ?? api, storage: publicStorageUrl ?? storage },
    })
    // Made now, so that a scenario nobody knows stops the start and not the first request.
    await backend.session().state()
    opened.resolve({ backend, onlooker: onlooker?.(backend) })
    return {
      url: api,
      storageUrl: storage,
      backend,
      handle: (request, response, detour) => handle('api', request, response, detour),
      close: () => closeAll(servers, closing),
    }
  } catch (error) {
    opened.promise.catch(() => undefined)
    opened.reject(error)
    await closeAll(servers, closing)
    throw error
  }
}

/** A backend that listens, who looks on, and the way of what came in elsewhere. */
interface Served {
  readonly backend: Backend
  readonly onlooker: Onlooker | undefined
  readonly detour?: Detour | undefined
}

const respond = async (
  { backend, onlooker, detour }: Served,
  origin: Origin,
  request: IncomingMessage,
  response: ServerResponse,
  stopping: AbortSignal,
): Promise<void> => {
  const sent = wireRequestOf(request)
  const wire = detour ? await detour.to(sent) : sent
  if (wire.path.length > longestPath) await send(refusal(tooLong, wire, 414), wire.method, response, stopping)
  else if (origin === 'api' && isControl(wire.path))
    await sendControl(await askControl(backend, wire, request), response, stopping)
  else {
    const passage = onlooker?.arrived(origin, wire)
    const given = await askVendor(backend, origin, wire, request)
    const answer = detour ? detour.back(given) : given
    if (passage) tellEnd(passage, answer, response, stopping)
    await send(answer, wire.method, response, stopping, () => passage?.answered(answer))
  }
  if (!stopping.aborted) return
  // Nothing more is taken on a connection that would otherwise be kept for the next request.
  if (response.writableEnded) cutOff(response, 'soon')
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
