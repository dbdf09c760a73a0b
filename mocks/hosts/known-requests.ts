import type { IncomingMessage } from 'node:http'
import type { WireRequest } from '../world/exchange.ts'
import { openGenerations } from '../world/generations.ts'
import { wireRequestOf } from './node-request.ts'

/** A request as node has it, as far as it matters here. */
type Raw = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'rawHeaders'>

interface Known {
  readonly method: string | undefined
  readonly rawHeaders: readonly string[]
  readonly wire: WireRequest
}

/** How many targets are remembered before the older ones begin to be forgotten. */
const most = 2048

/** What is remembered of one request at most, in characters: a target or headers longer than that are rare. */
const longest = 2048

const isSame = (one: readonly string[], other: readonly string[]): boolean => {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false
  return true
}

/**
 * Reads requests, and knows those again that it has read: a client that polls sends the same bytes each time, and whoever is
 * handed the same value may remember what came of it. Only for a server of one's own: nobody else may have written to the
 * headers.
 */
export const openKnownRequests = (): ((request: Raw) => WireRequest) => {
  const known = openGenerations<Known>(most)
  return (request) => {
    const { method, url = '/', rawHeaders } = request
    const before = known.get(url)
    if (before && before.method === method && isSame(before.rawHeaders, rawHeaders)) return before.wire
    const wire = wireRequestOf(request)
    if (url.length + rawHeaders.join('').length <= longest) known.set(url, { method, rawHeaders, wire })
    return wire
  }
}
