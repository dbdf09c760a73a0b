import { type Sound, soundAt } from './sound.ts'

/** A file of equal frames behind a header, told by arithmetic. */
export interface Layout {
  readonly header: Uint8Array
  readonly frameBytes: number
  readonly frameCount: number
  /** Where in the recording a frame sounds loudest, in ms. */
  middleOf(frame: number): number
  /** A frame with a sound in it. Of its last nine bytes the first eight are read by no decoder. */
  frameOf(sound: Sound): Uint8Array
}

/** Where the stamp begins, from the end of a frame. */
const stampBytes = 9

/** Four bytes of seven bits each, so that a stamp can never look like the start of a frame. */
const stamp = (bytes: Uint8Array, at: number, value: number): void => {
  bytes[at] = (value >>> 21) & 0x7f
  bytes[at + 1] = (value >>> 14) & 0x7f
  bytes[at + 2] = (value >>> 7) & 0x7f
  bytes[at + 3] = value & 0x7f
}

/**
 * A reader of any bytes of a file, in time that grows with the range alone. Every frame carries the voice and its
 * own number where no decoder looks, so that no two frames are equal and a misplaced range is told by its bytes.
 */
export const reader = (layout: Layout, voice: number): ((from: number, to: number) => Uint8Array) => {
  const { header, frameBytes, frameCount } = layout
  const length = header.length + frameCount * frameBytes
  const stampAt = frameBytes - stampBytes
  const put = (out: Uint8Array, at: number, frame: number): void => {
    out.set(layout.frameOf(soundAt(layout.middleOf(frame))), at)
    stamp(out, at + stampAt, voice)
    stamp(out, at + stampAt + 4, frame)
  }
  return (from, to) => {
    const start = Math.min(Math.max(Math.trunc(from) || 0, 0), length)
    const end = Math.min(Math.max(Math.trunc(to) || 0, start), length)
    const out = new Uint8Array(end - start)
    if (start < header.length) out.set(header.subarray(start, end))
    const first = Math.max(Math.floor((start - header.length) / frameBytes), 0)
    const beyond = Math.min(Math.ceil((end - header.length) / frameBytes), frameCount)
    for (let frame = first; frame < beyond; frame++) {
      const at = header.length + frame * frameBytes - start
      if (at >= 0 && at + frameBytes <= out.length) {
        put(out, at, frame)
      } else {
        const whole = new Uint8Array(frameBytes)
        put(whole, 0, frame)
        out.set(whole.subarray(Math.max(-at, 0), out.length - at), Math.max(at, 0))
      }
    }
    return out
  }
}
