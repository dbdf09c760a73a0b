import { type Bits, bits } from './bits.ts'
import { framesOf } from './frames-of.ts'
import { partialsOf } from './partials.ts'
import { type PairCodes, putLines } from './put-lines.ts'
import type { Sound } from './sound.ts'

/** MPEG-1 Layer III (ISO/IEC 11172-3), 48 kHz mono, 64 kbit/s: a frame is 1152 samples or 24 ms in 192 bytes, never padded. */
export const mp3Frame = { header: 0xfffb54c4, bytes: 192, ms: 24, samples: 1152, samplesPerMs: 48 } as const

/** How far apart the 576 spectral lines lie. */
const lineHertz = 24_000 / 576
/** Lines that are written: up to 6.6 kHz, above the highest overtone. */
const codedLines = 160
const globalGain = 198

/** Pairs of the standard's Huffman table 2. */
const codes: PairCodes = { '00': [1, 1], '01': [2, 3], '02': [1, 6], '10': [3, 3], '20': [3, 5] }

/**
 * A line that keeps its sign from granule to granule is a steady tone at the even one of its two edges, a line
 * that alternates one at the odd edge. Our pitches lie on edges, so each takes a single line.
 */
const putGranule = (out: Bits, sound: Sound, timbre: number, granule: 0 | 1): void => {
  const lines = new Map<number, number>()
  for (const { hertz, level } of partialsOf(sound, timbre)) {
    const edge = Math.round(hertz / lineHertz)
    lines.set(edge, granule === 1 && edge % 2 === 1 ? -level : level)
  }
  putLines(out, lines, codedLines, codes)
}

/** One frame with the tone of a sound. It leans on no frame before it, so that a range may begin anywhere. */
export const mp3FrameOf = framesOf((sound, timbre) => {
  const frame = bits(mp3Frame.bytes)
  frame.put(mp3Frame.header, 32)
  frame.put(0, 18) // no bit reservoir
  for (const granule of [0, 1] as const) {
    const scratch = bits(mp3Frame.bytes)
    putGranule(scratch, sound, timbre, granule)
    frame.put(scratch.length, 12)
    frame.put(codedLines / 2, 9)
    frame.put(globalGain, 8)
    frame.put(0, 5) // no scale factors, a long window
    for (const table of [2, 2, 2]) frame.put(table, 5)
    frame.put(0, 10) // one region after another, all alike
  }
  for (const granule of [0, 1] as const) putGranule(frame, sound, timbre, granule)
  return frame.bytes
})
