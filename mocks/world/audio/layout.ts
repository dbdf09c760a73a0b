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

/** Reads the bytes in `[from, to)`, as far as they exist: into bytes that are given, where they have room. */
export type Read = (from: number, to: number, into?: Uint8Array) => Uint8Array

/** A reader of any bytes of a file, in time that grows with the range alone. */
export const reader = ({ headerBytes, header, frames, frameCount }: Layout, voice: number): Read => {
  const length = headerBytes + frameCount * frames.bytes
  const size = blockBytes(frames)
  let head: Uint8Array | undefined
  return (from, to, into) => {
    const start = Math.min(Math.max(Math.trunc(from) || 0, 0), length)
    const end = Math.min(Math.max(Math.trunc(to) || 0, start), length)
    const out =
      into && into.length >= end - start ? into.subarray(0, end - start) : new Uint8Array(end - start)
    if (start < headerBytes) {
      head ??= header()
      out.set(head.subarray(start, end))
    }
    for (let at = Math.max(start, headerBytes); at < end; ) {
      const nth = Math.floor((at - headerBytes) / size)
      const place = headerBytes + nth * size
      const until = Math.min(place + size, end)
      out.set(blockOf(frames, voice, nth).subarray(at - place, until - place), at - start)
      at = until
    }
    return out
  }
}
