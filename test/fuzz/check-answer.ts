import { framed } from '../../mocks/hosts/framing.ts'
import { headerOf, type WireResponse } from '../../mocks/world/exchange.ts'
import { checkRefusal } from './refused-by.ts'
import type { Came } from './target.ts'

const token = /^[a-z0-9!#$%&'*+.^_`|~-]+$/
const field = /^[\t\u0020-\u007e\u0080-\u00ff]*$/

/** What the world's own trouble may answer; without any, no status from 500 on is an answer. */
export interface Expected {
  /** Whether a scenario's own failure may be among the answers. */
  readonly troubled?: boolean
  /** What may be in no answer. */
  readonly secrets?: readonly string[]
}

const textIn = ({ body }: WireResponse): string => (typeof body === 'string' ? body : '')

const checkHeaders = ({ headers }: WireResponse): void => {
  for (const [name, value] of Object.entries(headers)) {
    if (!token.test(name)) throw new Error(`A header is called ${JSON.stringify(name)}.`)
    if (!field.test(value)) throw new Error(`The header ${name} holds ${JSON.stringify(value)}.`)
  }
}

/** Of a medium a little at both ends is read: a body is as long as it says. */
const checkBody = ({ body }: WireResponse): void => {
  if (typeof body !== 'object') return
  for (const [from, to] of [
    [0, 64],
    [body.length - 64, body.length + 64],
  ] as const) {
    const wanted = Math.max(0, Math.min(to, body.length) - Math.max(0, from))
    if (body.read(from, to).length !== wanted)
      throw new Error(`${wanted} bytes from ${from} on are not there.`)
  }
}

/** Looks at one answer as any client would. @throws Error where it is no answer that a server may give */
export const checkAnswer = (
  response: WireResponse,
  method: string,
  { troubled = false, secrets = [] }: Expected = {},
): Came => {
  const { status } = response
  if (!(Number.isInteger(status) && status >= 200 && status <= 599))
    throw new Error(`The status is ${status}.`)
  if (status >= 500 && !troubled)
    throw new Error(`The status is ${status}: ${textIn(response).slice(0, 500)}`)
  checkHeaders({ ...response, headers: framed(response, method) })
  checkBody(response)
  const text = textIn(response)
  const ours = headerOf({ method, path: '', headers: response.headers }, 'x-playhead-error')
  if (ours !== undefined) checkRefusal(JSON.parse(text).error)
  const told = `${text}\n${JSON.stringify(response.headers)}`
  const secret = secrets.find((one) => told.includes(one))
  if (secret !== undefined) throw new Error(`The answer repeats the secret ${secret}: ${told.slice(0, 500)}`)
  return status < 400 ? 'taken' : 'refused'
}
