import type { ServerResponse } from 'node:http'
import type { WireResponse } from '../world/exchange.ts'
import type { Ending, Passage } from '../world/onlooker.ts'
import { cutOf } from './framing.ts'

/** How a response ended that did not go out whole. */
const brokenEnd = (response: WireResponse, to: ServerResponse, stopping: AbortSignal): Ending => {
  const { reset, silent } = response.delivery ?? {}
  if (reset === 'before-headers') return 'reset'
  if (stopping.aborted && (silent || !to.headersSent)) return 'unanswered'
  // A cut that was meant leaves nothing unwritten; a client that left earlier does.
  const { cut } = cutOf(response)
  if (!cut || !to.headersSent || to.writableLength > 0) return 'aborted'
  return reset === undefined ? 'truncated' : 'reset'
}

/** Tells a looker-on how a response ends, as soon as it does: with its last byte, or with the connection. */
export const tellEnd = (
  passage: Passage,
  response: WireResponse,
  to: ServerResponse,
  stopping: AbortSignal,
): void => {
  let told = false
  const tell = (how: Ending): void => {
    if (told) return
    told = true
    passage.settled(how)
  }
  to.once('finish', () => tell('complete'))
  if (to.closed) tell('aborted')
  else to.once('close', () => tell(brokenEnd(response, to, stopping)))
}
