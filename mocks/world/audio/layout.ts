import { blockBytes, blockOf, type Frames } from './blocks.ts'

/** A file of equal frames behind a header, told by arithmetic. */
export interface Layout {
  readonly headerBytes: number
  /** Made when somebody reads it: most recordings are only told of. */
  header(): Uint8Array
  /** The same value for all files of a codec. */
  readonly frames: Frames
  readonly frameCount: number
}

/** The bytes in `[from, to)`, as far as they exist, as pieces that are shared: copy them and never write into them. */
export type Views = (from: number, to: number) => readonly Uint8Array[]

/** Lets any bytes of a file be had, in time that grows with the range alone. */
export const viewsOf = ({ headerBytes, header, frames, frameCount }: Layout, voice: number): Views => {
  const length = headerBytes + frameCount * frames.bytes
  const size = blockBytes(frames)
  let head: Uint8Array | undefined
  return (from, to) => {
    const start = Math.min(Math.max(Math.trunc(from) || 0, 0), length)
    const end = Math.min(Math.max(Math.trunc(to) || 0, start), length)
    const views: Uint8Array[] = []
    if (start < headerBytes && start < end) {
      head ??= header()
      views.push(head.subarray(start, end))
    }
    for (let at = Math.max(start, headerBytes); at < end; ) {
      const nth = Math.floor((at - headerBytes) / size)
      const place = headerBytes + nth * size
      const until = Math.min(place + size, end)
      views.push(blockOf(frames, voice, nth).subarray(at - place, until - place))
      at = until
    }
    return views
  }
}

/** One piece of what are several. */
export const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
