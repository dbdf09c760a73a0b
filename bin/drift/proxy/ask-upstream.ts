import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { wireRequestOf } from '../../../mocks/hosts/node-request.ts'
import { endToEnd } from './end-to-end.ts'
import type { Upstream } from './upstream.ts'

/** As much as any server is known to send. */
export const mostHeaderBytes = 64 * 1024

/** Begins to ask an upstream what a client has asked; its body is to be piped into it. */
export const askUpstream = (asked: IncomingMessage, upstream: Upstream): ClientRequest => {
  const { method, path } = wireRequestOf(asked)
  const { protocol, hostname, port, host, base } = upstream
  const ask = protocol === 'https:' ? requestHttps : requestHttp
  const out = ask({
    protocol,
    hostname,
    port,
    method,
    path: `${base}${path}`,
    setHost: false,
    // A connection that is kept may end just as it is used again, which would look like a fault of the vendor's.
    agent: false,
    maxHeaderSize: mostHeaderBytes,
  })
  // Without a length and without chunks there is no body, whatever the method.
  out.useChunkedEncodingByDefault = false
  out.setHeader('Host', host)
  for (const [name, value] of endToEnd(asked.rawHeaders))
    if (name.toLowerCase() !== 'host') out.appendHeader(name, value)
  if (asked.headers['transfer-encoding'] !== undefined) out.setHeader('Transfer-Encoding', 'chunked')
  return out
}
