import { connect } from 'node:net'

const headEnd = Buffer.from('\r\n\r\n')
const lastChunk = Buffer.from('0\r\n\r\n')

/** What is known of an answer once its head has been read. */
interface Head {
  readonly status: number
  /** Where the body begins. */
  readonly from: number
  /** The body's length in bytes, or that it comes in chunks. */
  readonly length: number | 'chunked'
}

/**
 * Reads the head of an answer, as far as a load has to know it.
 * @returns undefined where it has not wholly arrived
 * @throws Error where nothing says where the body ends
 */
export const headOf = (bytes: Buffer): Head | undefined => {
  const end = bytes.indexOf(headEnd)
  if (end < 0) return undefined
  const text = bytes.toString('latin1', 0, end)
  const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1]
  const status = Number(text.slice(9, 12))
  const from = end + headEnd.length
  if (length !== undefined) return { status, from, length: Number(length) }
  if (/\r\ntransfer-encoding: *chunked/i.test(text)) return { status, from, length: 'chunked' }
  if (status === 204 || status === 304) return { status, from, length: 0 }
  throw new Error(`Cannot tell where this answer ends: ${text}`)
}

/** What a connection has its requests from, and whom it tells what came of them. */
export interface Work {
  /** The next request's bytes; undefined where there is no more to be done. */
  readonly next: () => Buffer | undefined
  readonly answered: (status: number, ms: number) => void
}

/**
 * Sends one request after another over one connection that is kept, and reads no more of the answers than it must: a
 * generator that does more is slower than the servers.
 * @throws Error where the connection fails or ends
 */
export const working = (port: number, { next, answered }: Work): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let head: Head | undefined
    let unread: Buffer = Buffer.alloc(0)
    let received = 0
    let began = 0
    const send = (): void => {
      const bytes = next()
      if (!bytes) {
        resolve()
        socket.destroy()
        return
      }
      head = undefined
      unread = Buffer.alloc(0)
      began = performance.now()
      socket.write(bytes)
    }
    const isWhole = (piece: Buffer): boolean => {
      if (!head) return false
      if (head.length !== 'chunked') return received >= head.length
      unread = Buffer.concat([unread, piece]).subarray(-lastChunk.length)
      return unread.equals(lastChunk)
    }
    socket.on('connect', send)
    socket.on('data', (piece: Buffer) => {
      let body = piece
      if (!head) {
        unread = unread.length === 0 ? piece : Buffer.concat([unread, piece])
        head = headOf(unread)
        if (!head) return
        body = unread.subarray(head.from)
        unread = Buffer.alloc(0)
        received = 0
      }
      received += body.length
      if (!isWhole(body)) return
      answered(head.status, performance.now() - began)
      send()
    })
    socket.once('error', reject)
    socket.once('end', () => reject(new Error('The server closed a connection that was to be kept.')))
  })
