import type { Vendor } from '../vendors/define.ts'
import { nearestRoute } from '../vendors/route.ts'
import type { Deviation } from '../world/deviation.ts'
import { PlayheadError, shown } from '../world/error.ts'
import type { WireRequest, WireResponse } from '../world/exchange.ts'
import { type Instant, toHttpDate } from '../world/instant.ts'
import type { Setting } from './plan.ts'
import { wireOf } from './wire-of.ts'

/** An answer to a path that means nothing, and what it breaks. */
export interface NoRoute {
  readonly response: WireResponse
  readonly breaks: readonly Deviation[]
}

/**
 * Says that a path means nothing here: in the vendor's own way, where it has one below its name; else in Playhead's words,
 * with the path that comes nearest.
 */
export const noRoute = (
  { vendors, world, now }: Pick<Setting, 'vendors' | 'world' | 'now'>,
  request: WireRequest,
): NoRoute => {
  const vendor = vendors.find(({ id }) => request.path.startsWith(`/${id}/`))
  const own = vendor?.unrouted?.(world.profiles?.[vendor.id] ?? 'published')
  return own
    ? { response: wireOf(own, now), breaks: own.breaks ?? [] }
    : { response: inOurWords(vendors, request, now), breaks: [] }
}

const inOurWords = (vendors: readonly Vendor[], request: WireRequest, now: Instant): WireResponse => {
  const error = new PlayheadError({
    code: 'no-route',
    act: `Cannot ${request.method} ${shown(request.path)}: no vendor has this route`,
    cure: `The nearest is GET ${nearestRoute(vendors, request.path)}.`,
  })
  return {
    status: 404,
    headers: { 'content-type': 'application/json', date: toHttpDate(now), 'x-playhead-error': error.code },
    body: JSON.stringify({ error }),
  }
}
