import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { WireRequest } from '../world/exchange.ts'

/** The path of an absolute-form target, such as proxies send (RFC 9112 section 3.2.2), byte for byte. */
const originForm = (target: string): string => {
  if (target.startsWith('/')) return target
  const [authority] = /^https?:\/\/[^/?]*/i.exec(target) ?? []
  if (authority === undefined) return target
  const path = target.slice(authority.length)
  return path.startsWith('/') ? path : `/${path}`
}

/** The headers of HTTP/2 as HTTP/1.1 has them: who is asked stands in `Host`, the rest of the request line in none. */
const withHost = ({ ':authority': host, ...headers }: IncomingHttpHeaders): IncomingHttpHeaders => ({
  host: String(host),
  ...Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':'))),
})

/** What came over the wire, without its body. Node has joined repeated headers, as its server was told to. */
export const wireRequestOf = ({
  method = 'GET',
  url = '/',
  headers: sent,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): WireRequest => {
  const headers = sent[':authority'] === undefined ? sent : withHost(sent)
  const cookies = headers['set-cookie']
  return {
    method,
    path: originForm(url),
    // Set-Cookie is the only header that node keeps as a list; all others are one text each.
    headers: (cookies ? { ...headers, 'set-cookie': cookies.join(', ') } : headers) as Record<string, string>,
  }
}

/**
 * The body of a request as text; `undefined` where it is longer than allowed.
 * @param arriving told of the length of each piece; what it throws ends the reading
 */
export const bodyOf = async (
  request: IncomingMessage,
  mostBytes: number,
  arriving: (bytes: number) => void = () => {},
): Promise<string | undefined> => {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    length += piece.length
    arriving(piece.length)
    if (length > mostBytes) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
