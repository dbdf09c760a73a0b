import { connect } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'

/** Turns of the event loop without a byte after which a client has said all it will say, and ends its side. */
const quietTurns = 3

/** How often the watch looks, and how many looks without any sign of life are a hang: everything is on this machine. */
const lookEveryMs = 250
const usualLooks = 40

/**
 * Sends pieces of bytes to a port of this machine, each by itself, then ends its own side and reads until the other has
 * ended too. All of it lies within this process: where nothing moves while the event loop turns, nothing ever will.
 * @param pieces one character a byte
 * @throws Error where the other side neither says anything nor ends
 */
export const converse = async (
  port: number,
  pieces: readonly string[],
  mostLooks = usualLooks,
): Promise<string> => {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true })
  let read = ''
  let signs = 0
  let closed = false
  // Whoever is refused may be cut off: what counts is what was said before.
  socket.on('error', () => {})
  const close = new Promise<void>((resolve) =>
    socket.once('close', () => {
      closed = true
      resolve()
    }),
  )
  socket.on('data', (bytes) => {
    signs++
    read += bytes.toString('latin1')
  })
  socket.on('end', () => socket.end())
  await new Promise<void>((resolve) => {
    socket.once('connect', resolve)
    void close.then(resolve)
  })
  for (const piece of pieces) {
    if (closed) break
    if (piece !== '') socket.write(Buffer.from(piece, 'latin1'))
    await turn()
  }
  for (let quiet = 0, seen = signs; quiet < quietTurns && !closed; quiet = seen === signs ? quiet + 1 : 0) {
    seen = signs
    await turn()
  }
  socket.end()
  let looks = 0
  let seen = signs
  const hang = Promise.withResolvers<void>()
  const watch = setInterval(() => {
    looks = seen === signs ? looks + 1 : 0
    seen = signs
    if (looks > mostLooks)
      hang.reject(new Error(`The server hangs, after ${JSON.stringify(read.slice(-500))}.`))
  }, lookEveryMs)
  try {
    await Promise.race([close, hang.promise])
  } finally {
    clearInterval(watch)
    socket.destroy()
  }
  return read
}
