import type { Backend } from '../sandboxes.ts'
import { keyHeaders, ownKey } from '../vendors/ask.ts'
import { vendorNamed } from '../vendors/named.ts'
import { headerOf, type WireRequest, type WireResponse } from '../world/exchange.ts'

/** The way of a request that came in elsewhere to the vendor it is for, and of the answer back. */
export interface Detour {
  to(request: WireRequest): Promise<WireRequest>
  back(response: WireResponse): WireResponse
}

/** Paths that stand for an app's own backend, and the id of the vendor behind each: `{ '/api': 'osvi' }`. */
export type BackendPaths = Readonly<Record<string, string>>

const trimmed = (path: string): string => path.replace(/\/+$/, '')

const leadsTo = (prefix: string, path: string): boolean =>
  path.startsWith(prefix) && /^[/?]?$/.test(path.slice(prefix.length, prefix.length + 1))

/**
 * Finds the detour of a path: the vendor is asked in place of the app's own backend, which would add the key. A request
 * that brings a key keeps it.
 * @returns `undefined` for a path that leads nowhere
 * @throws PlayheadError `unknown-vendor`
 */
export const detourAt = (backend: Backend, paths: BackendPaths, path: string): Detour | undefined => {
  const [prefix, id] =
    Object.entries(paths)
      .map(([from, vendor]) => [trimmed(from), vendor] as const)
      .toSorted(([a], [b]) => b.length - a.length)
      .find(([from]) => leadsTo(from, path)) ?? []
  if (prefix === undefined || id === undefined) return undefined
  const vendor = vendorNamed(id, `Cannot answer ${prefix}`, backend.vendors)
  return {
    to: async (request) => {
      const asked = { ...request, path: `/${id}${request.path.slice(prefix.length)}` }
      if (!vendor.credential || headerOf(request, vendor.credential.header) !== undefined) return asked
      const { sandbox } = await backend.locate('api', asked)
      const { world } = await backend.session(sandbox).state()
      return { ...asked, headers: { ...asked.headers, ...keyHeaders(vendor, ownKey(world, vendor)) } }
    },
    back: (response) => {
      const { location } = response.headers
      // A redirect to the same origin stays behind the app's own path.
      if (!location?.startsWith(`/${id}/`)) return response
      const within = `${prefix}${location.slice(id.length + 1)}`
      return { ...response, headers: { ...response.headers, location: within } }
    },
  }
}
