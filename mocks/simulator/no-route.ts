import type { Vendor } from '../vendors/define.ts'
import { nearestRoute } from '../vendors/route.ts'
import { PlayheadError, shown } from '../world/error.ts'
import type { WireRequest, WireResponse } from '../world/exchange.ts'
import { type Instant, toHttpDate } from '../world/instant.ts'

/** Says that a path means nothing here, and which one comes nearest. No vendor answers so: the words are Playhead's. */
export const noRoute = (vendors: readonly Vendor[], request: WireRequest, now: Instant): WireResponse => {
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
