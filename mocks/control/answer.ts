import { standingOf } from '../sandboxes/refusal.ts'
import type { Backend } from '../sandboxes.ts'
import { pathOnly } from '../vendors/route.ts'
import { PlayheadError, shown } from '../world/error.ts'
import { headerOf, type WireRequest } from '../world/exchange.ts'
import { deckFile } from './deck.ts'
import type { ControlAsk, ControlResponse, Events } from './define.ts'
import { intruder } from './guard.ts'
import { handlers } from './index.ts'
import { type ControlRoute, controlRoutesAt, nearestControlRoute } from './route.ts'

/** The longest body a control request may have, in bytes. */
export const mostControlBytes = 1024 * 1024

const root = '/__playhead'

/** Whether a path belongs to the control API, behind a sandbox's prefix or not. */
export const isControl = (path: string): boolean =>
  /^(?:\/(?:~|%7E)[^/?]*)?\/__playhead(?:[/?]|$)/i.test(path)

const headers = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
}

const refused = (status: number, error: PlayheadError, more = {}): ControlResponse => ({
  status,
  headers: { ...headers, ...more },
  body: JSON.stringify({ error }),
})

/** The answer to a body longer than {@link mostControlBytes}. */
export const tooLarge = (): ControlResponse =>
  refused(
    413,
    new PlayheadError({
      code: 'body-too-large',
      act: `Cannot read a body of more than ${mostControlBytes} bytes`,
      cure: 'Start the server with --world FILE for a large world, or give it a population.',
    }),
    { connection: 'close' },
  )

/** Errors that say that something named is not there. */
const notFound = new Set(['no-such-call', 'no-such-disturbance', 'no-such-sandbox'])

/** Answers a request to the control API; never to a page of another site, and without a word to let one read it. */
export const answerControl = async (backend: Backend, request: WireRequest): Promise<ControlResponse> => {
  const why = intruder(request)
  if (why) return refused(403, why)
  try {
    const located = await backend.locate('api', request)
    const path = pathOnly(located.request.path)
    const file = await deckFile(backend, request.method, path)
    if (file) return file
    const { routes, parameter } = controlRoutesAt(path)
    const route = routes.find(({ method }) => method === request.method)
    if (!route) return unrouted(routes, request.method, path)
    if (route.takesBody && !isJson(request)) return refused(415, notJson(headerOf(request, 'content-type')))
    const ask: ControlAsk = {
      backend,
      located,
      session: () => backend.session(located.sandbox),
      parameter: decoded(parameter),
      query: new URLSearchParams(located.request.path.slice(path.length)),
      request,
      json: route.takesBody ? parsed(request.body ?? '') : undefined,
    }
    return written(await handlers[route.id](ask))
  } catch (error) {
    if (!(error instanceof PlayheadError)) throw error
    const { status, headers: more } = standingOf(error)
    return refused(notFound.has(error.code) ? 404 : status, error, more)
  }
}

const written = (answer: { status: number; body?: unknown; events?: Events }): ControlResponse =>
  answer.events
    ? {
        status: answer.status,
        headers: { ...headers, 'content-type': 'text/event-stream' },
        events: answer.events,
      }
    : { status: answer.status, headers, body: JSON.stringify(answer.body) }

const unrouted = (routes: readonly ControlRoute[], method: string, path: string): ControlResponse => {
  const allowed = routes.map((route) => route.method).join(', ')
  if (routes.length > 0)
    return refused(
      405,
      new PlayheadError({
        code: 'method-not-allowed',
        act: `Cannot ${method} ${shown(path)}`,
        cure: `Use ${allowed}.`,
      }),
      { allow: allowed },
    )
  const near = nearestControlRoute(method, path)
  return refused(
    404,
    new PlayheadError({
      code: 'no-route',
      act: `Cannot ${method} ${shown(path)}: the control API has no such route`,
      cure: near ? `The nearest is ${near.method} ${near.path}.` : `Everything is under ${root}/.`,
    }),
  )
}

const isJson = (request: WireRequest): boolean =>
  /^application\/json\s*(;|$)/i.test(headerOf(request, 'content-type') ?? '')

const notJson = (type: string | undefined): PlayheadError =>
  new PlayheadError({
    code: 'not-json',
    act: type === undefined ? 'Cannot read a body of no type' : `Cannot read a body of type ${shown(type)}`,
    cure: 'Send JSON, with the header Content-Type: application/json.',
  })

const decoded = (raw: string): string => {
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch (cause) {
    throw new PlayheadError({
      code: 'malformed-json',
      act: `Cannot read the body: ${body === '' ? 'it is empty' : cause instanceof Error ? cause.message : 'it is no JSON'}`,
      cure: 'Send one JSON value, such as {"verb": "advance", "value": "15m"}.',
      cause,
    })
  }
}
