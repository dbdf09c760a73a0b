import type { Issued, Port } from '../../define.ts'

/** Says on the wire which call a request comes of; taken off before anybody looks at it. */
export const issueHeader = 'x-playhead-issue'

/** Node's own fetch, with its calls numbered. */
export interface IssuingFetch {
  readonly fetch: typeof globalThis.fetch
  /** The call a number stands for; it is on its way no longer. */
  readonly arrived: (number: string | undefined) => Issued | undefined
  /** Whether a call is on its way to the socket. */
  readonly underWay: () => boolean
}

const never = <T>(): Promise<T> => new Promise(() => {})

/**
 * Wraps node's own fetch as far as it takes to know its calls.
 * @param isHere whether a URL belongs to one of the two origins
 * @param elsewhere the fetch for all others: nothing leaves this machine
 */
export const issuingFetch = (
  port: Port,
  isHere: (url: string) => boolean,
  elsewhere: typeof globalThis.fetch,
): IssuingFetch => {
  const { fetch } = globalThis
  const issues = new Map<string, Issued>()
  const underWay = new Set<string>()
  // A response that nobody holds is cancelled by the garbage collector, whenever it runs.
  const kept: Response[] = []

  return {
    fetch: async (input, init) => {
      if (!isHere(input instanceof Request ? input.url : String(input))) return elsewhere(input, init)
      if (port.isDeaf()) return never()
      const issued = port.issue()
      const request = new Request(input, init)
      const name = String(issued.number)
      request.headers.set(issueHeader, name)
      issues.set(name, issued)
      underWay.add(name)
      try {
        const response = await fetch(request)
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
    arrived: (number = '') => {
      underWay.delete(number)
      return issues.get(number)
    },
    underWay: () => underWay.size > 0,
  }
}
