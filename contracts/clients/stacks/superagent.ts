import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import superagent, { type SuperAgentRequest } from 'superagent'
import { streamed } from './streamed.ts'

/** What is asked of superagent beside a plain GET. */
export type Dress = (request: SuperAgentRequest) => SuperAgentRequest

/** What it takes to have superagent do as it is told and no more. */
export const plainSuperagent: Dress = (request) => request.redirects(0)

/** A fetch made of superagent, with sockets of its own. What is not asked of it is as superagent does it by itself. */
export const fetchBySuperagent =
  (dress: Dress): typeof globalThis.fetch =>
  async (url, { headers, signal } = {}) => {
    signal?.throwIfAborted()
    const asked = dress(superagent.get(String(url)).set(Object.fromEntries(new Headers(headers))))
    let answer: IncomingMessage | undefined
    const stop = (): void => {
      // What is aborted after it was answered has nobody left to tell but the reader of its body.
      if (answer) answer.destroy(new DOMException('The request was aborted', 'AbortError'))
      else asked.abort()
    }
    signal?.addEventListener('abort', stop, { once: true })
    let heardBy: readonly unknown[] = []
    const { body } = await asked
      .ok(() => true)
      .buffer(true)
      .parse((given, done) => {
        const response = given as unknown as IncomingMessage
        answer = response
        // At once: superagent has set the body flowing already.
        const web = (): ReadableStream => Readable.toWeb(response) as ReadableStream
        const whole = streamed(response.statusCode ?? 0, response.headers, response, web)
        heardBy = response.listeners('error')
        done(null, whole)
      })
    // Whoever listens since then would say a second time what the body says: on the console, and to nobody.
    for (const listener of (answer?.listeners('error') ?? []) as (() => void)[])
      if (!heardBy.includes(listener)) answer?.off('error', listener)
    return body
  }
