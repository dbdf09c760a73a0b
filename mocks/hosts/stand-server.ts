import { randomBytes } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Admission } from '../control/admission.ts'
import { answerControl, bodyTooLarge, isControl, mostControlBytes } from '../control/answer.ts'
import type { ControlResponse } from '../control/define.ts'
import { nodeHasher } from '../node-hash.ts'
import { refusal } from '../sandboxes/refusal.ts'
import { type Backend, createBackend } from '../sandboxes.ts'
import type { Origin } from '../simulator.ts'
import { PlayheadError } from '../world/error.ts'
import type { WireRequest, WireResponse } from '../world/exchange.ts'
import type { Onlooker } from '../world/onlooker.ts'
import { isLater } from '../world/soon.ts'
import { admissionOf } from './admission-of.ts'
import { type Bodies, openBodies } from './bodies.ts'
import type { Detour } from './detour.ts'
import { boundAs, reachedAs } from './host-name.ts'
import { openKnownRequests } from './known-requests.ts'
import { limitedServer } from './limited-server.ts'
import { longestPath, usualLimits } from './limits.ts'
import { listen } from './listen.ts'
import { wireRequestOf } from './node-request.ts'
import { cutOff, patience, send, untilGivenUp, writeAll } from './node-send.ts'
import type { PlayheadServer, ServerOptions } from './server.ts'
import { tellEnd } from './tell-end.ts'

/** A server that listens, and that answers what came in elsewhere. */
export interface StandingServer extends PlayheadServer {
  /** Answers a request that came in elsewhere, such as at a dev server, as the origin of vendors would. */
  handle(request: IncomingMessage, response: ServerResponse, detour?: Detour): void
}

/** How long a closing server waits for what it is sending. */
const graceMs = 2000

const crashed = (error: unknown): void => console.error(error)

/**
 * Stands a backend up on two origins, for hosts that bring requests of their own as well.
 * @throws PlayheadError `bad-host`, `bad-token`, `bad-port`, `port-in-use`, `port-refused`, `cannot-listen`
 */
export const standServer = async (options: ServerOptions = {}): Promise<StandingServer> => {
  const { host = '127.0.0.1', port = 4010, onCrash = crashed, onlooker, ...rest } = options
  const { storagePort = port === 0 ? 0 : port + 1, publicUrl, publicStorageUrl, ...backendOptions } = rest
  const { admission, secret } = admissionOf(options)
  const opened = Promise.withResolvers<Served>()
  let standing: Served | undefined
  const closing = new AbortController()
  const handle = (
    origin: Origin,
    request: IncomingMessage,
    response: ServerResponse,
    sent: WireRequest,
    detour?: Detour,
  ): void => {
    const answered = (served: Served): Promise<void> =>
      respond(detour ? { ...served, detour } : served, origin, sent, request, response, closing.signal)
    void (standing ? answered(standing) : opened.promise.then(answered)).catch((error: unknown) => {
      // A client that left in the middle of its own request is no crash.
      if (error !== request.errored) onCrash(error)
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { 'content-type': 'application/json' }).end(crashBody)
    })
  }
  const limits = { ...usualLimits, ...options.limits }
  const known = openKnownRequests()
  const serverOf = (origin: Origin): Server =>
    limitedServer((request, response) => handle(origin, request, response, known(request)), limits)
  const servers = [serverOf('api'), serverOf('storage')] as const
  try {
    const [bound, named] = [boundAs(host), reachedAs(host)]
    const api = `http://${named}:${await listen(servers[0], bound, port)}`
    const storage = `http://${named}:${await listen(servers[1], bound, storagePort)}`
    const backend = createBackend({
      random: (bytes) => randomBytes(bytes),
      hasher: nodeHasher,
      ...backendOptions,
      origins: { api: publicUrl ?? api, storage: publicStorageUrl ?? storage },
    })
    // Made now, so that a scenario nobody knows stops the start and not the first request.
    await backend.session().state()
    standing = { backend, admission, bodies: openBodies(limits.bodyBytes), onlooker: onlooker?.(backend) }
    opened.resolve(standing)
    return {
      url: api,
      storageUrl: storage,
      backend,
      token: secret,
      handle: (request, response, detour) => handle('api', request, response, wireRequestOf(request), detour),
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
  readonly admission: Admission
  readonly bodies: Bodies
  readonly onlooker: Onlooker | undefined
  readonly detour?: Detour | undefined
}

const respond = async (
  { backend, admission, bodies, onlooker, detour }: Served,
  origin: Origin,
  sent: WireRequest,
  request: IncomingMessage,
  response: ServerResponse,
  stopping: AbortSignal,
): Promise<void> => {
  const wire = detour ? await detour.to(sent) : sent
  if (wire.path.length > longestPath) await send(refusal(tooLong, wire, 414), wire.method, response, stopping)
  else if (origin === 'api' && isControl(wire.path)) {
    const read = (): Promise<string> => bodies.read(request, mostControlBytes, bodyTooLarge)
    await sendControl(await answerControl(backend, wire, { admission, read }), response, stopping)
  } else {
    const passage = onlooker?.arrived(origin, wire)
    const given = await askVendor(backend, origin, wire, () =>
      bodies.read(request, mostControlBytes, vendorBodyTooLarge),
    )
    const answer = detour ? detour.back(given) : given
    if (passage) tellEnd(passage, answer, response, stopping)
    const sending = send(answer, wire.method, response, stopping, () => passage?.answered(answer))
    if (isLater(sending)) await sending
  }
  if (!stopping.aborted) return
  // Nothing more is taken on a connection that would otherwise be kept for the next request.
  if (response.writableEnded) cutOff(response, 'soon')
  else response.destroy()
}

/** The simulator's own operations take no body: only what a fallback may answer is read. */
const askVendor = (
  backend: Backend,
  origin: Origin,
  wire: WireRequest,
  read: () => Promise<string>,
): Promise<WireResponse> =>
  backend.fallback && origin === 'api' && takesBody.has(wire.method)
    ? askWithBody(backend, origin, wire, read)
    : backend.answer(origin, wire)

const askWithBody = async (
  backend: Backend,
  origin: Origin,
  wire: WireRequest,
  read: () => Promise<string>,
): Promise<WireResponse> => {
  try {
    return await backend.answer(origin, { ...wire, body: await read() })
  } catch (error) {
    if (error instanceof PlayheadError) return refusal(error, wire)
    throw error
  }
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

const vendorBodyTooLarge = new PlayheadError({
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
