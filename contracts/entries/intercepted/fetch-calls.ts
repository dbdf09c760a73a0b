import type { Issued, Port } from '../../define.ts'
import { issueHeader } from '../loopback/issuing-fetch.ts'

/** One call of the global fetch. */
export interface FetchCall {
  readonly issued: Issued
  readonly signal: AbortSignal
}

/** The calls of the global fetch, numbered. */
export interface FetchCalls {
  readonly fetch: typeof globalThis.fetch
  /** The call a number stands for; it is on its way no longer. */
  readonly arrived: (number: string | undefined) => FetchCall | undefined
  /** Whether a call is on its way to the interceptor. */
  readonly underWay: () => boolean
  readonly close: () => void
}

const never = <T>(): Promise<T> => new Promise(() => {})

/** Puts itself before the global fetch, as far as it takes to know its calls. What it asks goes on to the interceptor. */
export const watchFetchCalls = (port: Port): FetchCalls => {
  const { fetch: before } = globalThis
  const calls = new Map<string, FetchCall>()
  const underWay = new Set<string>()
  // A response that nobody holds is cancelled by the garbage collector, whenever it runs.
  const kept: Response[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (port.isDeaf()) return never()
    const issued = port.issue()
    const request = new Request(input, init)
    const name = `fetch-${issued.number}`
    request.headers.set(issueHeader, name)
    calls.set(name, { issued, signal: init?.signal ?? request.signal })
    underWay.add(name)
    try {
      const response = await before(request)
      kept.push(response)
      return response
    } catch (error) {
      if (port.isDeaf()) return never()
      throw error
    } finally {
      underWay.delete(name)
    }
  }
  globalThis.fetch = fetch
  return {
    fetch,
    arrived: (name = '') => {
      underWay.delete(name)
      return calls.get(name)
    },
    underWay: () => underWay.size > 0,
    close: () => {
      if (globalThis.fetch === fetch) globalThis.fetch = before
    },
  }
}
