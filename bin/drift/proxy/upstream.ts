import { isLoopback } from '../../../mocks/control/loopback.ts'
import { PlayheadError, shown } from '../../../mocks/world/error.ts'

/** Where a proxy passes everything on to. */
export interface Upstream {
  readonly protocol: 'http:' | 'https:'
  /** As sockets want it: an IPv6 address stands by itself. */
  readonly hostname: string
  readonly port: number
  /** What the header `Host` says there. */
  readonly host: string
  /** What stands before every path; empty, or without a slash at its end. */
  readonly base: string
  /** How it is called in reports. */
  readonly name: string
}

const bad = (text: string, why: string, cure: string): PlayheadError =>
  new PlayheadError({ code: 'bad-upstream', act: `Cannot pass on to ${shown(text)}: ${why}`, cure })

const addressIn = (text: string): URL => {
  // A key in a refused address is not repeated.
  const safe = text.replace(/\/\/[^/@]*@/, '//…@').replace(/\?.*$/s, '?…')
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol))
    throw bad(
      safe,
      'it is no address of http or https',
      "Write the vendor's own, such as https://api.acme.test.",
    )
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw bad(
      safe,
      'it holds more than a host and a path',
      'Let your client send its key, and leave it out here.',
    )
  return url
}

/**
 * Reads where everything goes.
 * @param port where the proxy itself will listen
 * @throws PlayheadError `bad-upstream`
 */
export const upstreamOf = (text: string, port: number): Upstream => {
  const { protocol, hostname, port: written, host, pathname, origin } = addressIn(text)
  const base = pathname.replace(/\/+$/, '')
  const upstream: Upstream = {
    protocol: protocol === 'https:' ? 'https:' : 'http:',
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port: Number(written || (protocol === 'https:' ? 443 : 80)),
    host,
    base,
    name: `${origin}${base}`,
  }
  if (port === upstream.port && isLoopback(hostname))
    throw bad(text, 'that is the proxy itself', 'Name the vendor, or give the proxy another --port.')
  return upstream
}
