import type { WireBody, WireResponse } from '../world/exchange.ts'

const encoder = new TextEncoder()

/** The length of a body in bytes. */
export const lengthOf = (body: WireBody): number =>
  body === undefined ? 0 : typeof body === 'string' ? encoder.encode(body).length : body.length

/** Statuses that never have a body, nor tell the length of one (RFC 9110 sections 15.3.5 and 15.4.5). */
export const isBodiless = (status: number): boolean => status === 204 || status === 304

/**
 * The headers to send, with the one length that is right: of HEAD that of the body a GET would have had (RFC 9110
 * section 8.6), told only where it is known.
 */
export const framed = (
  { status, headers, body }: WireResponse,
  method: string,
  length: number = lengthOf(body),
): Readonly<Record<string, string>> => {
  if (isBodiless(status) || headers['content-length'] !== undefined) return headers
  return body === undefined && method === 'HEAD' ? headers : { ...headers, 'content-length': String(length) }
}

/** The bytes of a body in `[from, to)`. */
export const bytesOf = (body: WireBody, from: number, to: number): Uint8Array => {
  if (body === undefined) return new Uint8Array()
  return typeof body === 'string' ? encoder.encode(body).subarray(from, to) : body.read(from, to)
}

/** How much of a body is sent, and whether the connection is cut then although more was promised. */
export const cutOf = (
  { body, delivery }: WireResponse,
  whole: number = lengthOf(body),
): { readonly length: number; readonly cut: boolean } => {
  if (delivery?.reset === 'mid-body') return { length: Math.floor(whole / 2), cut: true }
  const length = Math.min(whole, delivery?.truncateAt ?? whole)
  return { length, cut: length < whole }
}
