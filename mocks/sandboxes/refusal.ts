import { readable } from '../simulator/cors.ts'
import type { PlayheadError } from '../world/error.ts'
import type { WireRequest, WireResponse } from '../world/exchange.ts'

/** How an error of Playhead's own stands on the wire. */
export interface Standing {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

/** What can pass by itself. */
const passing: ReadonlySet<string> = new Set(['store-unreachable', 'too-many-bodies'])

/** What can pass by itself is told so; any other is the asker's to mend. */
export const standingOf = ({ code }: PlayheadError): Standing => {
  if (passing.has(code)) return { status: 503, headers: { 'retry-after': '1' } }
  // What is left of the body is not waited for.
  if (code === 'body-too-large') return { status: 413, headers: { connection: 'close' } }
  return { status: 400, headers: {} }
}

/** An error of Playhead's own as a response; no vendor answers so, which the header says. */
export const refusal = (error: PlayheadError, request: WireRequest, status?: number): WireResponse => {
  const standing = standingOf(error)
  return readable(
    {
      status: status ?? standing.status,
      headers: { 'content-type': 'application/json', 'x-playhead-error': error.code, ...standing.headers },
      body: JSON.stringify({ error }),
    },
    request,
  )
}
