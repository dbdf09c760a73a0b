import type { MediaBody } from '../../mocks/world/exchange.ts'

const chunkBytes = 65_536

/** A body as a client reads it, fed from the other end. */
export interface BodyStream {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>
  readonly feed: (bytes: MediaBody | Uint8Array) => void
  /** The end, once everything fed has been read. */
  readonly end: () => void
  /** A failure, once everything fed has been read. */
  readonly fail: (error: unknown) => void
  /** A failure at once, whatever has been fed: the client itself has turned away. */
  readonly abort: (error: unknown) => void
}

const asMedia = (bytes: MediaBody | Uint8Array): MediaBody =>
  bytes instanceof Uint8Array ? { length: bytes.length, read: (from, to) => bytes.subarray(from, to) } : bytes

/** Opens a body whose bytes are computed when they are read. @param onCancel the client does not want the rest */
export const openBodyStream = (onCancel: () => void): BodyStream => {
  let parts: readonly { readonly media: MediaBody; readonly from: number }[] = []
  let last: { readonly error?: unknown } | undefined
  let over = false
  let controller: ReadableStreamController<Uint8Array<ArrayBuffer>> | undefined
  let waiting: (() => void) | undefined

  /** Hands on the next chunk, or the end; `false` where there is neither yet. */
  const give = (to: ReadableStreamController<Uint8Array<ArrayBuffer>>): boolean => {
    const [part, ...rest] = parts
    if (part) {
      const end = Math.min(part.from + chunkBytes, part.media.length)
      // A copy: a reader may keep or transfer what it gets.
      const chunk = new Uint8Array(part.media.read(part.from, end))
      parts = end < part.media.length ? [{ media: part.media, from: end }, ...rest] : rest
      to.enqueue(chunk)
      return true
    }
    if (!last) return false
    over = true
    if ('error' in last) to.error(last.error)
    else {
      to.close()
      // A reader with a buffer of its own is told of the end through it.
      if ('byobRequest' in to) to.byobRequest?.respond(0)
    }
    return true
  }

  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    type: 'bytes',
    start: (given) => {
      controller = given
    },
    pull: (given) =>
      give(given)
        ? undefined
        : new Promise<void>((resolve) => {
            waiting = () => {
              if (over || !give(given)) return
              waiting = undefined
              resolve()
            }
          }),
    cancel: () => {
      over = true
      onCancel()
    },
  })

  return {
    stream,
    feed: (bytes) => {
      if (over || bytes.length === 0) return
      parts = [...parts, { media: asMedia(bytes), from: 0 }]
      waiting?.()
    },
    end: () => {
      last = {}
      waiting?.()
    },
    fail: (error) => {
      last = { error }
      waiting?.()
    },
    abort: (error) => {
      if (over) return
      over = true
      controller?.error(error)
    },
  }
}
