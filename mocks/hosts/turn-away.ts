import type { Duplex } from 'node:stream'
import type { PlayheadError } from '../world/error.ts'
import { STATUS_CODES } from './node-http.ts'

/** How long a connection is kept for a client to read why it is refused, in milliseconds. */
const lingerMs = 1000

/**
 * Refuses what never became a request, straight on its connection, and ends that. It is not cut off at once: a client that
 * still sends would lose what it was told.
 */
export const turnAway = (connection: Duplex, status: number, error: PlayheadError): void => {
  const body = JSON.stringify({ error })
  connection.on('error', () => connection.destroy())
  connection.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      `x-playhead-error: ${error.code}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  )
  setTimeout(() => connection.destroy(), lingerMs).unref()
}
