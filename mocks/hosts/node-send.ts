import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { ServerHttp2Stream } from 'node:http2'
import type { Delivery, WireBody, WireResponse } from '../world/exchange.ts'
import type { Soon } from '../world/soon.ts'
import { cutOf, framed, isBodiless, lengthOf } from './framing.ts'
import { piecesOf, realWait } from './pieces.ts'

/** RFC 9113 section 7. */
const internalError = 0x02

/** Says when the client has left. */
export const leaving = (to: ServerResponse): AbortSignal => {
  const left = new AbortController()
  if (to.closed) left.abort()
  else to.once('close', () => left.abort())
  return left.signal
}

/** Says when nobody waits any more: the client has left, or the server stops. */
export const patience = (to: ServerResponse, stopping: AbortSignal): AbortSignal =>
  AbortSignal.any([leaving(to), stopping])

/**
 * Ends the connection of a response, once what is written has left or with a reset. Under HTTP/2 it is the one stream that
 * ends: others share the connection.
 */
export const cutOff = (to: ServerResponse, how: 'reset' | 'soon'): void => {
  const { stream } = to as ServerResponse & { readonly stream?: ServerHttp2Stream }
  if (stream) stream.close(internalError)
  else if (how === 'reset') to.socket?.resetAndDestroy()
  else to.socket?.destroySoon()
}

/** Runs what may be given up at any moment; errors that only say so are no errors. */
export const untilGivenUp = async (signal: AbortSignal, run: () => Promise<void>): Promise<void> => {
  try {
    await run()
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

/** Writes pieces as fast as the client takes them. */
export const writeAll = async (
  pieces: AsyncIterable<Uint8Array | string>,
  to: ServerResponse,
  signal: AbortSignal,
): Promise<void> => {
  to.flushHeaders()
  for await (const piece of pieces) if (!to.write(piece)) await once(to, 'drain', { signal })
}

/**
 * Sends a response the way its delivery wants it. Ends when all is sent, or when the client has left; what only waits
 * ends when the server stops as well.
 * @param onHead called when the head is about to be sent
 */
export const send = (
  response: WireResponse,
  method: string,
  to: ServerResponse,
  stopping: AbortSignal,
  onHead: () => void = () => {},
): Soon<void> =>
  response.delivery
    ? sendDelayed(response, response.delivery, method, to, stopping, onHead)
    : sendNow(response, method, to, stopping, onHead)

const sendDelayed = async (
  response: WireResponse,
  delivery: Delivery,
  method: string,
  to: ServerResponse,
  stopping: AbortSignal,
  onHead: () => void,
): Promise<void> => {
  const waiting = patience(to, stopping)
  if (delivery.silent) {
    if (!waiting.aborted) await once(waiting, 'abort')
  } else
    await untilGivenUp(waiting, async () => {
      if (delivery.headersAfterMs !== undefined) await realWait(delivery.headersAfterMs, waiting)
      if (delivery.reset === 'before-headers') cutOff(to, 'reset')
      else await sendNow(response, method, to, stopping, onHead)
    })
}

/** Bodies up to this length, in bytes, are sent in one go. */
const smallBytes = 64 * 1024

/** Sends a small body in one go. A text of plain ASCII needs no encoding, and media that are shared need no copy. */
const endWith = (body: WireBody, length: number, whole: number, to: ServerResponse): void => {
  if (typeof body === 'string') to.end(body, whole === body.length ? 'latin1' : 'utf8')
  else if (body === undefined) to.end()
  else {
    const pieces = body.views?.(0, length) ?? [body.read(0, length)]
    to.cork()
    for (const piece of pieces) to.write(piece)
    to.end()
  }
}

const sendNow = (
  response: WireResponse,
  method: string,
  to: ServerResponse,
  stopping: AbortSignal,
  onHead: () => void,
): Soon<void> => {
  const { status, body, delivery } = response
  onHead()
  // Node would add real time.
  to.sendDate = false
  const whole = typeof body === 'string' ? Buffer.byteLength(body) : lengthOf(body)
  to.writeHead(status, framed(response, method, whole))
  const { length, cut } = cutOf(response, whole)
  if (method === 'HEAD' || isBodiless(status)) to.end()
  else if (length <= smallBytes && !cut && delivery?.bytesPerSecond === undefined)
    endWith(body, length, whole, to)
  else {
    const signal = delivery?.bytesPerSecond === undefined ? leaving(to) : patience(to, stopping)
    return untilGivenUp(signal, async () => {
      await writeAll(piecesOf(response, realWait, signal), to, signal)
      // What is written leaves first; then the connection ends, although the headers promised more.
      if (cut) cutOff(to, 'soon')
      else to.end()
    })
  }
}
