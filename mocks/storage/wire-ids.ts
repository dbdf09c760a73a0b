import { headerOf, type WireRequest } from '../world/exchange.ts'
import type { Instant } from '../world/instant.ts'
import { draw } from '../world/seed.ts'

const upper = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The two ids by which S3 names a request: 16 characters, and the 56 bytes of a host in base64. */
export interface WireIds {
  readonly requestId: string
  readonly hostId: string
}

const drawer = (request: WireRequest, now: Instant, what: string) => {
  const { below } = draw(
    Math.floor(now / 1000),
    what,
    request.method,
    request.path,
    headerOf(request, 'range') ?? '',
  )
  return (alphabet: string, length: number): string => {
    let text = ''
    while (text.length < length) text += alphabet.charAt(below(alphabet.length))
    return text
  }
}

/** The ids of one request in one second, always the same. */
export const wireIds = (request: WireRequest, now: Instant): WireIds => {
  const text = drawer(request, now, 'storage')
  return { requestId: text(upper, 16), hostId: `${text(base64, 75)}=` }
}

/** What Google's storage names a request by: 90 characters of URL-safe base64. */
export const uploadId = (request: WireRequest, now: Instant): string =>
  drawer(request, now, 'upload')(`${base64.slice(0, 62)}-_`, 90)
