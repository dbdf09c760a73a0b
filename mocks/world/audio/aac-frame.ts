import { bits } from './bits.ts'
import { framesOf } from './frames-of.ts'
import { partialsOf } from './partials.ts'
import { type PairCodes, putLines } from './put-lines.ts'

/** AAC-LC (ISO/IEC 14496-3), 32 kHz mono: a frame is 1024 samples or 32 ms; ours has 256 bytes, 64 kbit/s. */
export const aacFrame = { bytes: 256, ms: 32, samples: 1024, samplesPerMs: 32 } as const

/** AudioSpecificConfig: object type 2 (LC), sampling frequency index 5 (32 kHz), one channel. */
export const aacConfig: readonly number[] = [0x12, 0x88]

/** How far apart the 1024 spectral lines lie. */
const lineHertz = 16_000 / 1024
/** The first 33 scale factor bands at 32 kHz end at line 448, 7 kHz, above the highest overtone. */
const bands = 33
const codedLines = 448
const globalGain = 188

/** Pairs of the standard's spectral Huffman codebook 7. */
const codes: PairCodes = { '00': [0, 1], '01': [5, 3], '02': [0x37, 6], '10': [4, 3], '20': [0x36, 6] }

/**
 * One raw data block with the tone of a sound: a line whose sign never changes is a steady tone at its even edge,
 * and our pitches are multiples of eight lines. The rest is a data element, which decoders pass over.
 */
export const aacFrameOf = framesOf((sound, timbre) => {
  const lines = new Map(
    partialsOf(sound, timbre).map(({ hertz, level }) => [hertz / lineHertz, level] as const),
  )
  const frame = bits(aacFrame.bytes)
  frame.put(0, 7) // a single channel element
  frame.put(globalGain, 8)
  frame.put(0, 4) // one long sine window
  frame.put(bands, 6)
  frame.put(0, 1) // no prediction
  frame.put(7, 4) // all bands in one section of codebook 7 …
  frame.put(31, 5) // … whose length is 31 and
  frame.put(bands - 31, 5)
  for (let band = 0; band < bands; band++) frame.put(0, 1) // all scale factors alike
  frame.put(0, 3) // no pulses, noise shaping or gain control
  putLines(frame, lines, codedLines, codes)
  frame.put(0b100_0000_1, 8) // a data stream element, its bytes aligned
  const lengthAt = frame.length
  const dataFrom = Math.ceil((lengthAt + 8) / 8)
  frame.put(aacFrame.bytes - 1 - dataFrom, 8)
  frame.bytes[aacFrame.bytes - 1] = 0b1110_0000 // the end
  return frame.bytes
})
