import type { WireBody } from '../../mocks/world/exchange.ts'
import type { Head, Issued, Line, Port, Transport } from '../define.ts'
import type { Role } from '../history.ts'
import { type AskedRequest, readAskedRequest, redirected } from './asked-request.ts'
import { type BodyStream, openBodyStream } from './body-stream.ts'

// As long as the origins of a real socket, so that a body that tells one is of the same length there.
const apiOrigin = 'https://vendor.example'
const storageOrigin = 'https://stored.example'

const roleOf = ({ origin }: URL): Role =>
  origin === apiOrigin ? 'api' : origin === storageOrigin ? 'storage' : 'elsewhere'

/** A response that says where it came from, as only fetch itself can make one. */
const responseFrom = (
  { url }: AskedRequest,
  hops: number,
  { status, headers }: Head,
  body: BodyInit | null,
): Response => {
  const response = new Response(body, { status, headers })
  // One at a time: both at once, from a list of them, take as long as the response itself.
  Object.defineProperty(response, 'url', { value: url.href.replace(/#.*$/, '') })
  return hops > 0 ? Object.defineProperty(response, 'redirected', { value: true }) : response
}

const cutBefore = (): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }) })
const cutAfter = (): TypeError =>
  new TypeError('terminated', {
    cause: Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }),
  })

/** One hop: a request, and its response as soon as the head is there, or where it sends the request on to. */
const hop = (
  port: Port,
  issued: Issued,
  asked: AskedRequest,
  hops: number,
): Promise<Response | AskedRequest> =>
  new Promise((resolve, reject) => {
    const { url, method, headers, body, signal } = asked
    let streamed: BodyStream | undefined
    let leave = (): void => {}
    const turnAway = (): void => {
      leave()
      if (streamed) streamed.abort(signal?.reason)
      else reject(signal?.reason)
    }
    const forget = (): void => signal?.removeEventListener('abort', turnAway)
    const begin = (head: Head): void => {
      streamed = openBodyStream(() => {
        forget()
        leave()
      })
      resolve(responseFrom(asked, hops, head, streamed.stream))
    }
    const whole = (head: Head, content: WireBody): void => {
      if (typeof content === 'object') {
        begin(head)
        streamed?.feed(content)
        streamed?.end()
      } else {
        forget()
        resolve(responseFrom(asked, hops, head, content ?? null))
      }
    }
    /** Sends the request on where the response says so; whatever fetch refuses then, it refuses here. */
    const onwards = (head: Head): boolean => {
      try {
        const next = redirected(asked, head, hops)
        if (next) resolve(next)
        return next !== undefined
      } catch (error) {
        reject(error)
        return true
      }
    }
    const line: Line = {
      answer: (head, content) => {
        if (onwards(head)) forget()
        else whole(head, content)
      },
      begin: (head) => {
        if (onwards(head)) forget()
        else begin(head)
      },
      more: (bytes) => streamed?.feed(bytes),
      end: () => {
        forget()
        streamed?.end()
      },
      cut: () => {
        forget()
        if (streamed) streamed.fail(cutAfter())
        else reject(cutBefore())
      },
    }
    signal?.addEventListener('abort', turnAway)
    const role = roleOf(url)
    const path = role === 'elsewhere' ? url.href : `${url.pathname}${url.search}`
    leave = port.arrive(
      { role, request: { method, path, headers, ...(body === undefined ? {} : { body }) }, issued },
      line,
    )
  })

const never = <T>(): Promise<T> => new Promise(() => {})

/** Fetch without a network: each request goes straight to the port. */
const fetchThrough =
  (port: Port): typeof globalThis.fetch =>
  async (input, init) => {
    if (port.isDeaf()) return never()
    const issued = port.issue()
    let asked = await readAskedRequest(input, init)
    for (let hops = 0; ; hops++) {
      if (port.isDeaf()) return never()
      asked.signal?.throwIfAborted()
      const got = await hop(port, issued, asked, hops)
      if (got instanceof Response) return got
      asked = got
    }
  }

/** The transport without a wire: the client is handed a fetch that asks the simulator itself. The quickest there is. */
export const direct: Transport = {
  name: 'direct',
  open: async (port) => ({ apiOrigin, storageOrigin, fetch: fetchThrough(port), close: async () => {} }),
}
