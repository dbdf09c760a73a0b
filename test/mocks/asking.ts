import type { Backend } from '../../mocks/sandboxes.ts'
import { fixedIds, type Ref } from '../../mocks/scenarios/refs.ts'
import type { WireRequest, WireResponse } from '../../mocks/world/exchange.ts'

/** The path of OSVI's route for one of the fixed calls. */
export const osviPath = (ref: Ref): string => `/v1/call/${fixedIds(ref).osvi}/recording`

export const osviKey = { 'api-token': 'playhead-osvi-16' }

export const getting = (
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): WireRequest => ({ method, path, headers })

/** Asks OSVI for one of the fixed calls, behind a sandbox's prefix if one is given. */
export const askOsvi = (
  backend: Backend,
  ref: Ref = 'playable',
  prefix = '',
  headers: Readonly<Record<string, string>> = osviKey,
): Promise<WireResponse> => backend.answer('api', getting(`${prefix}${osviPath(ref)}`, headers))

export const jsonIn = ({ body }: WireResponse): Record<string, unknown> => {
  if (typeof body !== 'string') throw new Error('There is no text to read')
  return JSON.parse(body)
}

/** The path of the link that OSVI's answer carries. */
export const linkIn = (response: WireResponse): string => {
  const [, url] = /"recording_url":"([^"]+)"/.exec(String(response.body)) ?? []
  if (url === undefined) throw new Error(`There is no link in ${String(response.body)}`)
  return url.slice(url.indexOf('/', 'https://'.length))
}

/** Plays a link: what storage answers. */
export const play = (
  backend: Backend,
  link: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<WireResponse> => backend.answer('storage', getting(link, headers))
