import type { Backend, Origins } from '../sandboxes.ts'
import type { Origin } from '../simulator.ts'
import type { Vendor } from '../vendors/define.ts'
import { quo } from '../vendors/quo.ts'
import { routeOf } from '../vendors/route.ts'
import type { Delivery, WireRequest, WireResponse } from '../world/exchange.ts'
import { bytesOf, cutOf, framed, isBodiless } from './framing.ts'
import { piecesOf, realWait } from './pieces.ts'

/**
 * The origins of a backend whose requests are intercepted: the vendors' own, and S3's.
 * @example handlers(createBackend({ origins: realOrigins }))
 */
export const realOrigins: Origins = { api: quo.origin, storage: 'https://s3.us-east-1.amazonaws.com' }

const originsOf = ({ origin, alsoAt = [] }: Vendor): readonly string[] => [origin, ...alsoAt]

/** Every origin that a backend answers for where requests are intercepted. */
export const interceptedOrigins = ({ vendors, origins }: Backend): readonly string[] => [
  ...new Set([...vendors.flatMap(originsOf), origins.storage]),
]

const headersIn = (headers: Headers): Record<string, string> => Object.fromEntries(headers)

/** What a fetch asks, as the wire would have it; a `Request` has its URL already normalised. */
export const wireRequestOf = (request: Request): WireRequest => {
  const { host, origin } = new URL(request.url)
  return {
    method: request.method,
    path: request.url.slice(origin.length).replace(/#.*$/s, '') || '/',
    headers: { host, ...headersIn(request.headers) },
  }
}

/**
 * A response as far as fetch can show one. A reset before the headers is a network error, and a body that breaks off is one
 * that fails to be read. What cannot be shown: bytes that arrive before a Content-Length they do not fill, as a client on
 * a socket of its own would count them; a stream fails either way.
 */
export const fetchResponseOf = async (
  response: WireResponse,
  { method, signal }: Pick<Request, 'method' | 'signal'>,
): Promise<Response> => {
  const { status, body, delivery = {} } = response
  const patient = await waitedFor(delivery, signal)
  if (!patient || delivery.reset === 'before-headers') return Response.error()
  const init = { status, headers: framed(response, method) }
  if (method === 'HEAD' || isBodiless(status) || body === undefined) return new Response(null, init)
  const { length, cut } = cutOf(response)
  const whole = typeof body === 'string' && !cut && delivery.bytesPerSecond === undefined
  return new Response(whole ? bytesOf(body, 0, length).slice() : streamed(response, signal, cut), init)
}

/** Waits as long as a delivery wants, and tells whether the client did so too. */
const waitedFor = async ({ silent, headersAfterMs }: Delivery, signal: AbortSignal): Promise<boolean> => {
  if (silent && !signal.aborted)
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  else if (headersAfterMs !== undefined) await realWait(headersAfterMs, signal).catch(() => undefined)
  return !signal.aborted
}

/**
 * Some turns of the event loop: an interceptor that sees a stream fail drops what it has not passed on yet, the head of
 * the response included.
 */
const turns = async (signal: AbortSignal): Promise<void> => {
  for (let turn = 0; turn < 10 && !signal.aborted; turn++) await realWait(1, signal).catch(() => undefined)
}

const streamed = (response: WireResponse, signal: AbortSignal, cut: boolean): ReadableStream<Uint8Array> => {
  const pieces = piecesOf(response, realWait, signal)
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next()
      if (!done) return controller.enqueue(value)
      if (!cut) return controller.close()
      await turns(signal)
      controller.error(new TypeError('terminated'))
    },
    cancel: async () => void (await pieces.return(undefined)),
  })
}

/** A vendor answers under its own origin alone, although at Playhead's all vendors share one. */
const confined = ({ vendors }: Backend, origin: string, request: WireRequest): WireRequest => {
  const vendor = vendors.find((one) => originsOf(one).includes(origin))
  const meant = routeOf(vendors, request.path)?.vendor
  return vendor && meant && meant !== vendor ? { ...request, path: `/${vendor.id}${request.path}` } : request
}

/** Answers an intercepted request; `undefined` where it is for nobody Playhead speaks for. */
export const answerIntercepted = async (
  backend: Backend,
  request: Request,
): Promise<Response | undefined> => {
  const { origin } = new URL(request.url)
  if (!interceptedOrigins(backend).includes(origin)) return undefined
  const role: Origin = origin === backend.origins.storage ? 'storage' : 'api'
  const wire = wireRequestOf(request)
  const asked = role === 'api' ? confined(backend, origin, wire) : wire
  return fetchResponseOf(await backend.answer(role, asked), request)
}
