import { readable } from '../simulator/cors.ts'
import type { PlayheadError } from '../world/error.ts'
import type { WireRequest, WireResponse } from '../world/exchange.ts'

/** An error of Playhead's own as a response; no vendor answers so, which the header says. */
export const refusal = (error: PlayheadError, request: WireRequest, status = 400): WireResponse =>
  readable(
    {
      status,
      headers: { 'content-type': 'application/json', 'x-playhead-error': error.code },
      body: JSON.stringify({ error }),
    },
    request,
  )
