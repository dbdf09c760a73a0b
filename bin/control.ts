import * as v from 'valibot'
import { tokenOf } from '../mocks/control/token.ts'
import { PlayheadError, shown } from '../mocks/world/error.ts'
import type { CommandOption, CommandValues } from './command.ts'
import { textOf } from './text-of.ts'

/** The options of every command that talks to a running server. */
export const controlOptions = {
  url: { type: 'string', value: 'URL', help: 'Where the server is: http://127.0.0.1:4010 if not given.' },
  sandbox: { type: 'string', value: 'NAME', help: 'Which sandbox is meant: default if not given.' },
  token: {
    type: 'string',
    value: 'TOKEN',
    help: "The server's token, where it demands one; better given as PLAYHEAD_TOKEN.",
  },
  json: { type: 'boolean', help: "Print the server's answer as JSON." },
} as const satisfies Readonly<Record<string, CommandOption>>

/** What is asked of the control API. */
export interface ControlRequest<Answer> {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Below `/__playhead`: `/clock`. */
  readonly path: string
  /** Sent as JSON where given. */
  readonly body?: unknown
  /** What the answer must look like. */
  readonly answers: v.GenericSchema<unknown, Answer>
}

/** Asks a running server. @throws PlayheadError `no-server`, `not-playhead`, or what the server itself complains of */
export type Control = <Answer>(request: ControlRequest<Answer>) => Promise<Answer>

const cure = 'Start one with `playhead mock`, or say with --url where it is.'

const baseOf = (values: CommandValues): string => {
  const given = textOf(values, 'url') ?? 'http://127.0.0.1:4010'
  const sandbox = textOf(values, 'sandbox')
  if (!/^https?:$/.test(URL.parse(given)?.protocol ?? ''))
    throw new PlayheadError({
      code: 'bad-url',
      act: `Cannot use --url ${shown(given)}`,
      cure: 'Give the URL that `playhead mock` printed, such as http://127.0.0.1:4010.',
    })
  const origin = given.replace(/\/+$/, '')
  return sandbox === undefined ? origin : `${origin}/~${encodeURIComponent(sandbox)}`
}

const ComplaintSchema = v.object({ error: v.object({ code: v.string(), act: v.string(), cure: v.string() }) })

const send = async (
  base: string,
  token: string | undefined,
  { method, path, body }: ControlRequest<unknown>,
): Promise<Response> => {
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  try {
    return await fetch(`${base}/__playhead${path}`, { method, headers, ...sent })
  } catch (cause) {
    throw new PlayheadError({ code: 'no-server', act: `Cannot reach a Playhead at ${base}`, cure, cause })
  }
}

/** The token that was given, if any: the same text that a server takes, so that none is sent that no header can carry. */
const tokenIn = (values: CommandValues): string | undefined => {
  const token = textOf(values, 'token')
  if (token !== undefined) tokenOf(token)
  return token
}

/** Speaks to the server that `--url` and `--sandbox` name. @throws PlayheadError `bad-url`, `bad-token` */
export const controlOf = (values: CommandValues): Control => {
  const base = baseOf(values)
  const token = tokenIn(values)
  return async (request) => {
    const response = await send(base, token, request)
    const json: unknown = await response.json().catch(() => undefined)
    const answer = v.safeParse(request.answers, json)
    if (response.ok && answer.success) return answer.output
    const complaint = v.safeParse(ComplaintSchema, json)
    if (complaint.success) throw new PlayheadError(complaint.output.error)
    throw new PlayheadError({
      code: 'not-playhead',
      act: `Cannot talk to ${base}: it answered ${response.status}, and not as a Playhead does`,
      cure,
    })
  }
}
