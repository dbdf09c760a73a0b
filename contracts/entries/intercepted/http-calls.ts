import { channel } from 'node:diagnostics_channel'
import type { ClientRequest } from 'node:http'
import type { Issued, Port } from '../../define.ts'
import { issueHeader } from '../numbered-fetch.ts'

/** The requests that node:http makes, seen from the client's end. */
export interface HttpCalls {
  /** The call a number stands for; it is on its way no longer. */
  readonly arrived: (number: string | undefined) => HttpCall | undefined
  /** Whether a call is on its way to the interceptor. */
  readonly underWay: () => boolean
  readonly close: () => void
}

/** One request of node:http. */
export interface HttpCall {
  readonly issued: Issued
  readonly request: ClientRequest
}

const created = channel('http.client.request.created')
const started = channel('http.client.request.start')

type Message = { readonly request: ClientRequest }

/** Watches what node:http is asked for by whichever stack is built on it, and numbers it. */
export const watchHttpCalls = (port: Port): HttpCalls => {
  const calls = new Map<string, HttpCall>()
  const underWay = new Set<string>()
  const nameOf = (request: ClientRequest): string | undefined => {
    const name = request.getHeader(issueHeader)
    return typeof name === 'string' ? name : undefined
  }
  const create = (message: unknown): void => {
    const { request } = message as Message
    // Headers given as a list are sent already: such a request stays without a number.
    if (request.headersSent) return
    const issued = port.issue()
    const name = `http-${issued.number}`
    request.setHeader(issueHeader, name)
    calls.set(name, { issued, request })
  }
  // A request is on its way once its client has ended it, and not before: it may never.
  const start = (message: unknown): void => {
    const { request } = message as Message
    const name = nameOf(request)
    if (name === undefined || !calls.has(name)) return
    underWay.add(name)
    request.once('close', () => underWay.delete(name))
  }
  created.subscribe(create)
  started.subscribe(start)
  return {
    arrived: (name = '') => {
      underWay.delete(name)
      return calls.get(name)
    },
    underWay: () => underWay.size > 0,
    close: () => {
      created.unsubscribe(create)
      started.unsubscribe(start)
    },
  }
}
