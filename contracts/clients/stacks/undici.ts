import { Agent, type Dispatcher, request } from 'undici'
import type { Bench } from '../../client.ts'
import { streamed } from './streamed.ts'

/** How undici's dispatchers are made to do more. */
export type Interceptor = Dispatcher.DispatcherComposeInterceptor

/** A fetch made of undici's `request`, with sockets of its own, which end with the case. */
export const fetchByUndici = (bench: Bench, ...interceptors: Interceptor[]): typeof globalThis.fetch => {
  // Its limits on time go by one clock for all dispatchers of a process, which outlives the case it was begun in.
  const agent = new Agent({ pipelining: 0, headersTimeout: 0, bodyTimeout: 0, connect: { timeout: 0 } })
  const dispatcher = agent.compose(...interceptors)
  bench.signal.addEventListener('abort', () => void agent.destroy(), { once: true })
  return async (url, { headers, signal } = {}) => {
    const { statusCode, body, ...head } = await request(String(url), {
      dispatcher,
      headers: Object.fromEntries(new Headers(headers)),
      ...(signal ? { signal } : {}),
    })
    return streamed(statusCode, head.headers, body)
  }
}
