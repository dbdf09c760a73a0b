import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { PlayheadError } from '../world/error.ts'
import { type Limits, longestHead } from './limits.ts'
import { createServer } from './node-http.ts'
import { turnAway } from './turn-away.ts'

/** How many of those beyond the limit are told so at the same time; the rest is cut off. */
const toldCrowded = 256

/** The longest time between two looks for requests that take too long, in milliseconds. */
const lookMs = 1000

/** Why node could make no request of what arrived, by the code of its error. */
const faults: Readonly<Record<string, () => readonly [status: number, error: PlayheadError]>> = {
  HPE_HEADER_OVERFLOW: () => [
    431,
    new PlayheadError({
      code: 'head-too-large',
      act: `Cannot read a request whose first line and headers have more than ${longestHead} bytes`,
      cure: 'Shorten the path, or send fewer and shorter headers.',
    }),
  ],
  ERR_HTTP_REQUEST_TIMEOUT: () => [
    408,
    new PlayheadError({
      code: 'request-too-slow',
      act: 'Cannot wait any longer for the rest of a request',
      cure: 'Send it in one go; how long it may take stands in docs/reference/server.md.',
    }),
  ],
}

const malformed = (error: Error): readonly [number, PlayheadError] => [
  400,
  new PlayheadError({
    code: 'malformed-request',
    act: `Cannot read the request: ${'reason' in error ? String(error.reason) : error.message}`,
    cure: 'Send HTTP/1.1 as RFC 9112 has it.',
    cause: error,
  }),
]

const nameless = new PlayheadError({
  code: 'malformed-request',
  act: 'Cannot read the request: it has no Host header, which HTTP/1.1 demands',
  cure: 'Send Host: with the name and port that are asked.',
})

const crowded = new PlayheadError({
  code: 'too-many-connections',
  act: 'Cannot take another connection: as many are open as this server keeps',
  cure: 'Use connections again in place of opening new ones, and read every answer to its end.',
})

/** Whether an answer is on its way, in the middle of which no other can be told. */
const isAnswering = (connection: Duplex): boolean =>
  (connection as Duplex & { readonly _httpMessage?: ServerResponse | null })._httpMessage?.headersSent ===
  true

const refuse = (error: Error & { readonly code?: string }, connection: Duplex): void => {
  if (error.code === 'ECONNRESET' || !connection.writable) return
  if (isAnswering(connection)) connection.destroy()
  else turnAway(connection, ...(faults[error.code ?? '']?.() ?? malformed(error)))
}

/** Whether a request says whom it asks; looked up in what was sent, since node reads all headers to tell of one. */
const namesHost = ({ rawHeaders }: IncomingMessage): boolean => {
  for (let index = 0; index < rawHeaders.length; index += 2)
    if (rawHeaders[index]?.toLowerCase() === 'host') return true
  return false
}

/** Makes a server that takes no more than its limits allow, and says so to whoever goes beyond them. */
export const limitedServer = (
  listener: RequestListener,
  { connections, headMs, requestMs }: Limits,
): Server => {
  const server = createServer(
    {
      maxHeaderSize: longestHead,
      headersTimeout: headMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: Math.min(lookMs, headMs),
      joinDuplicateHeaders: true,
      // Node would refuse it without a word.
      requireHostHeader: false,
      // Most requests have no body: node need not make a stream of one that will never be read.
      optimizeEmptyRequests: true,
    },
    (request, response) => {
      // Whoever was turned away is answered already.
      if (!request.socket.writable) return
      if (!namesHost(request) && request.httpVersion === '1.1') turnAway(request.socket, 400, nameless)
      else listener(request, response)
    },
  )
  let open = 0
  server.maxConnections = connections + toldCrowded
  server.on('clientError', refuse)
  server.on('connection', (socket: Socket) => {
    open++
    socket.once('close', () => {
      open--
    })
    if (open > connections) turnAway(socket, 503, crowded)
  })
  return server
}
