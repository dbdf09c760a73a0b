import { type Sound, soundAt } from './sound.ts'

/** A file of equal frames behind a header, told by arithmetic. */
export interface Layout {
  readonly headerBytes: number
  /** Made when somebody reads it: most recordings are only told of. */
  header(): Uint8Array
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

/** Reads the bytes in `[from, to)`, as far as they exist: into bytes that are given, where they have room. */
export type Read = (from: number, to: number, into?: Uint8Array) => Uint8Array

/** How many frames of one sound are laid down at a time. */
const runFrames = 16

const runs = new WeakMap<Uint8Array, Uint8Array>()

/** A frame so many times over: one long copy is far quicker than many short ones. */
const runOf = (frame: Uint8Array): Uint8Array => {
  const known = runs.get(frame)
  if (known) return known
  const run = new Uint8Array(runFrames * frame.length)
  for (let at = 0; at < run.length; at += frame.length) run.set(frame, at)
  runs.set(frame, run)
  return run
}

/**
 * A reader of any bytes of a file, in time that grows with the range alone. Every frame carries the voice and its
 * own number where no decoder looks, so that no two frames are equal and a misplaced range is told by its bytes.
 */
export const reader = (layout: Layout, voice: number): Read => {
  const { headerBytes, frameBytes, frameCount } = layout
  const length = headerBytes + frameCount * frameBytes
  const stampAt = frameBytes - stampBytes
  let header: Uint8Array | undefined
  const soundOf = (frame: number): Sound => soundAt(layout.middleOf(frame))

  /** Lays whole frames down, from one up to another. */
  const put = (out: Uint8Array, from: number, first: number, beyond: number): void => {
    for (let frame = first; frame < beyond; ) {
      const sound = soundOf(frame)
      const bytes = layout.frameOf(sound)
      const most = Math.min(beyond, frame + runFrames)
      let end = frame + 1
      while (end < most && soundOf(end) === sound) end++
      const at = from + (frame - first) * frameBytes
      out.set(end - frame === 1 ? bytes : runOf(bytes).subarray(0, (end - frame) * frameBytes), at)
      frame = end
    }
    for (let frame = first; frame < beyond; frame++) {
      const at = from + (frame - first) * frameBytes + stampAt
      stamp(out, at, voice)
      stamp(out, at + 4, frame)
    }
  }

  /** Lays down what a range has of a frame that it does not have whole. */
  const putPart = (out: Uint8Array, frame: number, at: number): void => {
    const whole = new Uint8Array(frameBytes)
    put(whole, 0, frame, frame + 1)
    out.set(whole.subarray(Math.max(-at, 0), out.length - at), Math.max(at, 0))
  }

  return (from, to, into) => {
    const start = Math.min(Math.max(Math.trunc(from) || 0, 0), length)
    const end = Math.min(Math.max(Math.trunc(to) || 0, start), length)
    const out =
      into && into.length >= end - start ? into.subarray(0, end - start) : new Uint8Array(end - start)
    if (start < headerBytes) {
      header ??= layout.header()
      out.set(header.subarray(start, end))
    }
    const placeOf = (frame: number): number => headerBytes + frame * frameBytes - start
    const first = Math.max(Math.floor((start - headerBytes) / frameBytes), 0)
    const beyond = Math.min(Math.ceil((end - headerBytes) / frameBytes), frameCount)
    if (first >= beyond) return out
    const whole = placeOf(first) < 0 ? first + 1 : first
    const wholeBeyond = placeOf(beyond) > out.length ? beyond - 1 : beyond
    if (whole > first) putPart(out, first, placeOf(first))
    if (whole < wholeBeyond) put(out, placeOf(whole), whole, wholeBeyond)
    if (wholeBeyond < beyond && wholeBeyond >= whole) putPart(out, wholeBeyond, placeOf(wholeBeyond))
    return out
  }
}
