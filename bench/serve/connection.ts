import { connect } from 'node:net'

const headEnd = Buffer.from('\r\n\r\n')
const lastChunk = Buffer.from('0\r\n\r\n')
const nothing: Buffer = Buffer.alloc(0)

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

/** How much is read at once, into the same memory each time. */
const readBytes = 65_536

/**
 * Sends one request after another over one connection that is kept, and reads no more of the answers than it must: a
 * generator that does more is slower than the servers.
 * @throws Error where the connection fails or ends, or where an answer cannot be read
 */
export const working = (port: number, { next, answered }: Work): Promise<void> =>
  new Promise((resolve, reject) => {
    let head: Head | undefined
    let unread = nothing
    let received = 0
    let began = 0
    const end = (error?: Error): void => {
      socket.destroy()
      if (error) reject(error)
      else resolve()
    }
    const send = (): void => {
      const bytes = next()
      if (!bytes) {
        end()
        return
      }
      head = undefined
      unread = nothing
      began = performance.now()
      socket.write(bytes)
    }
    const isWhole = (piece: Buffer): boolean => {
      if (!head) return false
      if (head.length !== 'chunked') return received >= head.length
      unread = Buffer.concat([unread, piece]).subarray(-lastChunk.length)
      return unread.equals(lastChunk)
    }
    const take = (piece: Buffer): void => {
      let body = piece
      if (!head) {
        // Copied where it is kept: what is read next overwrites it.
        const all = unread.length === 0 ? piece : Buffer.concat([unread, piece])
        head = headOf(all)
        unread = head ? nothing : Buffer.from(all)
        if (!head) return
        body = all.subarray(head.from)
        received = 0
      }
      received += body.length
      if (!isWhole(body)) return
      answered(head.status, performance.now() - began)
      send()
    }
    const callback = (length: number, read: Uint8Array): boolean => {
      try {
        take(Buffer.from(read.buffer, read.byteOffset, length))
      } catch (error) {
        end(error instanceof Error ? error : new Error(String(error)))
      }
      return true
    }
    const onread = { buffer: Buffer.alloc(readBytes), callback }
    const socket = connect({ port, host: '127.0.0.1', noDelay: true, onread })
    socket.once('connect', send)
    socket.once('error', end)
    socket.once('end', () => end(new Error('The server closed a connection that was to be kept.')))
  })
