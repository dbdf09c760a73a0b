import type { WireResponse } from '../world/exchange.ts'
import { bytesOf, cutOf } from './framing.ts'

const pieceBytes = 64 * 1024

/** How often a slow body gets another piece. */
const beatMs = 100

/** Waits; ends with an error as soon as the signal says that nobody waits any more. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>

/** Waits in real time, by the platform's own timer. @throws the signal's reason */
export const realWait: Wait = (ms, signal) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const stop = (): void => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal.addEventListener('abort', stop, { once: true })
  })

/** A body in pieces as its delivery wants them: large ones at once, or a few bytes every beat. */
export async function* piecesOf(
  response: WireResponse,
  wait: Wait,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const { length } = cutOf(response)
  const { bytesPerSecond } = response.delivery ?? {}
  const size =
    bytesPerSecond === undefined ? pieceBytes : Math.max(1, Math.ceil((bytesPerSecond * beatMs) / 1000))
  for (let from = 0; from < length; from += size) {
    const to = Math.min(length, from + size)
    if (bytesPerSecond !== undefined) await wait(((to - from) / bytesPerSecond) * 1000, signal)
    yield bytesOf(response.body, from, to)
  }
}
