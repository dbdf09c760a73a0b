import { wireRequestOf } from '../../../mocks/hosts/fetch.ts'
import type { OpenTransport, Port } from '../../define.ts'
import type { Role } from '../../history.ts'
import { issueHeader, numberedFetch } from '../numbered-fetch.ts'
import { watchHttpCalls } from './http-calls.ts'
import { lineTo } from './line-to.ts'
import { watchLeaks } from './watch-leaks.ts'

/** Answers a request that was on its way to a network; `undefined` where its connection dies. */
export type Intercepted = (request: Request) => Promise<Response | undefined>

/** Has every request of this process answered, whatever host it is for, until it is taken back. */
export type Intercept = (answer: Intercepted) => () => void

// As long as where it stands without a wire, so that a body that tells a link is of the same length.
const storageOrigin = 'https://stored.example'

/**
 * Opens a transport that takes requests for the vendor's real hosts out of the client's own HTTP stack. Whatever is for
 * another host is refused, and never leaves.
 */
export const openIntercepted = (port: Port, intercept: Intercept): OpenTransport => {
  const [apiOrigin = '', ...alsoAt] = port.origins
  const roleOf = (origin: string): Role =>
    origin === storageOrigin
      ? 'storage'
      : origin === apiOrigin || alsoAt.includes(origin)
        ? 'api'
        : 'elsewhere'
  const restoreInterceptor = intercept(async (request) => {
    const { headers, ...wire } = wireRequestOf(request)
    const { [issueHeader]: name, ...sent } = headers
    const body = request.body ? await request.text() : undefined
    const fetched = fetches.arrived(name)
    const called = https.arrived(name)
    if (port.isDeaf()) return new Promise(() => {})
    const issued = (fetched ?? called)?.issued
    const role = roleOf(new URL(request.url).origin)
    const path = role === 'elsewhere' ? request.url : wire.path
    return new Promise<Response | undefined>((resolve) => {
      const line = lineTo(wire.method, resolve, () => resolve(undefined))
      const asked = { ...wire, path, headers: sent, ...(body ? { body } : {}) }
      const leave = port.arrive({ role, request: asked, ...(issued ? { issued } : {}) }, line)
      for (const signal of [request.signal, ...(fetched ? [fetched.signal] : [])])
        if (signal.aborted) leave()
        else signal.addEventListener('abort', leave, { once: true })
      if (called?.request.destroyed) leave()
      else called?.request.once('close', leave)
    })
  })
  const leaks = watchLeaks()
  const https = watchHttpCalls(port)
  // Before the global fetch, as far as it takes to know its calls; what it asks goes on to the interceptor.
  const { fetch: before } = globalThis
  const fetches = numberedFetch(port, before)
  globalThis.fetch = fetches.fetch
  return {
    apiOrigin,
    storageOrigin,
    fetch: fetches.fetch,
    inFlight: () => fetches.underWay() || https.underWay(),
    close: async () => {
      if (globalThis.fetch === fetches.fetch) globalThis.fetch = before
      https.close()
      restoreInterceptor()
      leaks.close()
    },
  }
}
