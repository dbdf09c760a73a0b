import type { Backend } from '../sandboxes.ts'
import { pathOnly } from '../vendors/route.ts'
import { PlayheadError, shown } from '../world/error.ts'
import { headerOf, type WireRequest } from '../world/exchange.ts'
import { type Admission, thisMachine } from './admission.ts'
import { deckFile } from './deck.ts'
import type { ControlAsk, ControlResponse, Events } from './define.ts'
import { intruder } from './guard.ts'
import { handlers } from './index.ts'
import { deckLogin } from './login.ts'
import { jsonHeaders, refused, refusedFor } from './refused.ts'
import { type ControlRoute, controlRoutesAt, nearestControlRoute } from './route.ts'
import { untrusted } from './untrusted.ts'

/** The longest body a control request may have, in bytes. */
export const mostControlBytes = 1024 * 1024

const root = '/__playhead'

/** What the paths of control begin with, behind their slash: most requests are told by it from any of them. */
const marks = new Set(['_', '~', '%'])

/** Whether a path belongs to the control API, behind a sandbox's prefix or not. */
export const isControl = (path: string): boolean =>
  marks.has(path.charAt(1)) && /^(?:\/(?:~|%7E)[^/?]*)?\/__playhead(?:[/?]|$)/i.test(path)

/** What is thrown where a body is longer than {@link mostControlBytes}. */
export const bodyTooLarge = new PlayheadError({
  code: 'body-too-large',
  act: `Cannot read a body of more than ${mostControlBytes} bytes`,
  cure: 'Start the server with --world FILE for a large world, or give it a population.',
})

/** How a control request is taken. */
export interface ControlOptions {
  /** Who is let in. @default this machine alone */
  readonly admission?: Admission
  /**
   * Reads the body, and throws {@link bodyTooLarge} where it is. Asked only where everything else is right: nobody else can
   * make a server hold anything.
   * @default what the request brings
   */
  readonly read?: () => Promise<string>
}

/** Answers a request to the control API; never to a page of another site, and without a word to let one read it. */
export const answerControl = async (
  backend: Backend,
  request: WireRequest,
  { admission = thisMachine, read = async () => request.body ?? '' }: ControlOptions = {},
): Promise<ControlResponse> => {
  const { token } = admission
  try {
    const why = intruder(request, admission)
    if (why) return refusedFor(why)
    const login = token && deckLogin(request, token, backend.origins.api)
    if (login) return login
    const wanting = token && untrusted(request, token)
    if (wanting) return refusedFor(wanting)
    const located = await backend.locate('api', request)
    const path = pathOnly(located.request.path)
    const file = await deckFile(backend, request.method, path)
    if (file) return file
    const { routes, parameter } = controlRoutesAt(path)
    const route = routes.find(({ method }) => method === request.method)
    if (!route) return unrouted(routes, request.method, path)
    if (route.takesBody && !isJson(request)) return refused(415, notJson(headerOf(request, 'content-type')))
    const json = route.takesBody ? parsed(await read()) : undefined
    const ask: ControlAsk = {
      backend,
      located,
      session: () => backend.session(located.sandbox),
      parameter: decoded(parameter),
      query: new URLSearchParams(located.request.path.slice(path.length)),
      request,
      json,
    }
    return written(await handlers[route.id](ask))
  } catch (error) {
    if (!(error instanceof PlayheadError)) throw error
    return refusedFor(error)
  }
}

const written = (answer: { status: number; body?: unknown; events?: Events }): ControlResponse =>
  answer.events
    ? {
        status: answer.status,
        headers: { ...jsonHeaders, 'content-type': 'text/event-stream' },
        events: answer.events,
      }
    : { status: answer.status, headers: jsonHeaders, body: JSON.stringify(answer.body) }

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
