import { isPreflight } from '../../mocks/simulator/cors.ts'
import type { Vendor } from '../../mocks/vendors/define.ts'
import { jsonOf } from '../../mocks/vendors/reading.ts'
import { routeOf } from '../../mocks/vendors/route.ts'
import { type HarEntry, isMedia } from './har.ts'

/** An exchange that concerns a vendor, taken apart. */
export interface Placed {
  readonly entry: HarEntry
  readonly role: 'api' | 'storage'
  readonly origin: string
  readonly sandbox: string
  /** Path and query, without what names the sandbox. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly vendor: Vendor | undefined
  readonly body: string | undefined
}

/** Header fields by lower-case name, repeated ones joined; the pseudo-fields of HTTP/2 are none. */
export const headersOf = (
  fields: readonly { readonly name: string; readonly value: string }[],
): Readonly<Record<string, string>> => {
  const headers = new Map<string, string>()
  for (const { name, value } of fields) {
    const lower = name.toLowerCase()
    if (lower.startsWith(':')) continue
    const before = headers.get(lower)
    headers.set(lower, before === undefined ? value : `${before}, ${value}`)
  }
  return Object.fromEntries(headers)
}

const bodyOf = ({ content }: HarEntry['response']): string | undefined => {
  if (content.text === undefined || isMedia(content.mimeType)) return undefined
  return content.encoding === 'base64' ? Buffer.from(content.text, 'base64').toString('utf8') : content.text
}

const isLoopback = (origin: string): boolean =>
  /^https?:\/\/(127\.\d+\.\d+\.\d+|localhost|[\w-]+\.localhost|\[::1\])(:\d+)?$/i.test(origin)

/** The vendor an address of an API means: by the vendor's own host, or on this machine by its path. */
const vendorAt = (vendors: readonly Vendor[], origin: string, path: string): Vendor | undefined => {
  const own = vendors.find((vendor) => [vendor.origin, ...(vendor.alsoAt ?? [])].includes(origin))
  if (own) return routeOf([own], path)?.vendor
  return isLoopback(origin) ? routeOf(vendors, path)?.vendor : undefined
}

const urlsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return /^https?:\/\//.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(urlsIn) : []
}

const originIn = (url: string): string | undefined => /^https?:\/\/[^/?#]+/i.exec(url)?.[0]

/** Where answers of an API send a client for the bytes. */
const storageOriginsOf = (api: readonly Placed[]): ReadonlySet<string> =>
  new Set(
    api
      .flatMap(({ body, entry }) => [
        ...urlsIn(jsonOf(body ?? '')),
        ...urlsIn(headersOf(entry.response.headers).location),
      ])
      .flatMap((url) => originIn(url) ?? []),
  )

const placed = (entry: HarEntry, vendors: readonly Vendor[]): Placed | undefined => {
  const { request, response } = entry
  const [, origin, target = '/'] = /^(https?:\/\/[^/?#]+)([^#]*)/i.exec(request.url) ?? []
  if (origin === undefined || (entry._fromCache ?? '') !== '') return undefined
  const headers = headersOf(request.headers)
  const whole = target.startsWith('/') ? target : `/${target}`
  const [, named, rest] = /^\/(?:~|%7E)([^/?]*)(.*)$/is.exec(whole) ?? []
  const path = rest ?? whole
  if (isPreflight({ method: request.method, path, headers })) return undefined
  const vendor = vendorAt(vendors, origin, path)
  const sandbox = named ?? headers['x-playhead-sandbox'] ?? 'default'
  const role = vendor ? 'api' : 'storage'
  return { entry, role, origin, sandbox, path, headers, vendor, body: bodyOf(response) }
}

/** The exchanges of a HAR file with vendors and with the storage that their answers name; all others are none of ours. */
export const placeEntries = (entries: readonly HarEntry[], vendors: readonly Vendor[]): readonly Placed[] => {
  const all = entries.flatMap((entry) => placed(entry, vendors) ?? [])
  const origins = storageOriginsOf(all.filter(({ role }) => role === 'api'))
  return all.filter(({ role, origin }) => role === 'api' || origins.has(origin))
}
