import { bits } from './bits.ts'
import type { Frames } from './blocks.ts'
import type { Layout } from './layout.ts'
import { mp3Frame, mp3FrameOf } from './mp3-frame.ts'

/**
 * The first frame: silent, with the Info tag that tells a player how many frames follow and how many samples
 * of them are padding, so that the duration is exact. Its layout is LAME's, and only under that name is it read.
 */
const infoFrame = (frameCount: number, durationMs: number): Uint8Array => {
  const frame = bits(mp3Frame.bytes)
  const text = (value: string): void => {
    for (const letter of value) frame.put(letter.charCodeAt(0), 8)
  }
  const totalBytes = mp3Frame.bytes * (frameCount + 1)
  frame.put(mp3Frame.header, 32)
  for (let i = 0; i < 17; i++) frame.put(0, 8)
  text('Info')
  frame.put(0b0111, 32) // frames, bytes and a table of contents follow
  frame.put(frameCount, 32)
  frame.put(totalBytes, 32)
  for (let percent = 0; percent < 100; percent++) frame.put(Math.floor((percent * 256) / 100), 8)
  text('LAME3.100')
  frame.put(0x01, 8) // constant bit rate
  for (let i = 0; i < 10; i++) frame.put(0, 8)
  frame.put(64, 8)
  frame.put(0, 12) // no samples before the first
  frame.put(frameCount * mp3Frame.samples - durationMs * mp3Frame.samplesPerMs, 12)
  frame.put(0, 32)
  frame.put(totalBytes, 32)
  return frame.bytes
}

const frames: Frames = {
  bytes: mp3Frame.bytes,
  // A decoder's own delay of 529 samples is skipped by players; what is left puts a frame's middle 17 ms in.
  middleOf: (frame) => frame * mp3Frame.ms + 17,
  of: mp3FrameOf,
}

/** How an MP3 file is laid out: second `s` begins `192 + 8000 × s` bytes in. */
export const mp3 = (durationMs: number): Layout => {
  // Players want to see a second frame before they believe the first.
  const frameCount = Math.max(Math.ceil(durationMs / mp3Frame.ms), 2)
  return {
    headerBytes: mp3Frame.bytes,
    header: () => infoFrame(frameCount, durationMs),
    frames,
    frameCount,
  }
}
