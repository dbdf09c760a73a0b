import type { MediaBody, WireBody, WireResponse } from '../../mocks/world/exchange.ts'
import type { Line } from '../define.ts'

/** The most pieces a trickling body is cut into: enough to die in the middle of, few enough to be quick. */
const mostPieces = 16

const encoder = new TextEncoder()

const bytesOf = (body: WireBody): MediaBody => {
  if (typeof body === 'object') return body
  const bytes = encoder.encode(body ?? '')
  return { length: bytes.length, read: (from, to) => bytes.subarray(from, to) }
}

/**
 * Sends a response down a line, as its delivery says. A body that does not trickle is under way only for an instant:
 * it is settled when its last byte has been sent, whether or not the client has read it yet.
 * @param later has something done after so many virtual milliseconds, unless the client has left by then
 */
export const sendBody = (
  { status, headers, body, delivery = {} }: WireResponse,
  line: Line,
  later: (afterMs: number, run: () => void) => void,
  settle: (how: 'complete' | 'reset' | 'truncated') => void,
): void => {
  const { bytesPerSecond, truncateAt, reset } = delivery
  if (body === undefined || (bytesPerSecond ?? truncateAt ?? reset) === undefined) {
    settle('complete')
    line.answer({ status, headers }, body)
    return
  }
  const whole = bytesOf(body)
  const broken = reset === undefined ? 'truncated' : 'reset'
  const length = reset === undefined ? (truncateAt ?? whole.length) : Math.floor(whole.length / 2)
  const finish = (): void => {
    const complete = reset === undefined && length >= whole.length
    settle(complete ? 'complete' : broken)
    if (complete) line.end()
    else line.cut()
  }
  line.begin({ status, headers }, whole.length)
  if (bytesPerSecond === undefined || length === 0) {
    if (length > 0) line.more(whole.read(0, length))
    finish()
    return
  }
  const piece = Math.max(1, Math.ceil(length / mostPieces))
  const pour = (from: number): void => {
    const to = Math.min(from + piece, length)
    later(Math.ceil(((to - from) * 1000) / bytesPerSecond), () => {
      line.more(whole.read(from, to))
      if (to < length) pour(to)
      else finish()
    })
  }
  pour(0)
}
