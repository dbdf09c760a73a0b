import type { Issued, Port } from '../define.ts'

/** Says on the wire which call a request comes of; taken off before anybody looks at it. */
export const issueHeader = 'x-playhead-issue'

/** One call of a fetch. */
export interface FetchCall {
  readonly issued: Issued
  readonly signal: AbortSignal
}

/** A fetch whose calls are numbered. */
export interface NumberedFetch {
  readonly fetch: typeof globalThis.fetch
  /** The call a number stands for; it is on its way no longer. */
  readonly arrived: (number: string | undefined) => FetchCall | undefined
  /** Whether a call is on its way to whoever answers it. */
  readonly underWay: () => boolean
}

const never = <T>(): Promise<T> => new Promise(() => {})

/**
 * Wraps a fetch as far as it takes to know its calls.
 * @param ask the way each request goes on
 */
export const numberedFetch = (port: Port, ask: (request: Request) => Promise<Response>): NumberedFetch => {
  const calls = new Map<string, FetchCall>()
  const underWay = new Set<string>()
  // A response that nobody holds is cancelled by the garbage collector, whenever it runs.
  const kept: Response[] = []

  return {
    fetch: async (input, init) => {
      if (port.isDeaf()) return never()
      const issued = port.issue()
      const request = new Request(input, init)
      // What others are numbered by begins with their own names.
      const name = `fetch-${issued.number}`
      request.headers.set(issueHeader, name)
      calls.set(name, { issued, signal: init?.signal ?? request.signal })
      underWay.add(name)
      try {
        const response = await ask(request)
        kept.push(response)
        return response
      } catch (error) {
        // Its case is over, and the connection was taken from under it.
        if (port.isDeaf()) return never()
        throw error
      } finally {
        underWay.delete(name)
      }
    },
    arrived: (name = '') => {
      underWay.delete(name)
      return calls.get(name)
    },
    underWay: () => underWay.size > 0,
  }
}
