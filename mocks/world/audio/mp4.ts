import { aacConfig, aacFrame, aacFrameOf } from './aac-frame.ts'
import type { Frames } from './blocks.ts'
import { type BoxWriter, boxWriter } from './boxes.ts'
import type { Layout } from './layout.ts'

const sampleRate = 1000 * aacFrame.samplesPerMs
const bitRate = (8 * 1000 * aacFrame.bytes) / aacFrame.ms

/** A matrix that turns nothing. */
const putUnity = (out: BoxWriter): void => out.u32(0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000)

const putSampleEntry = (out: BoxWriter): void =>
  out.box('mp4a', () => {
    out.zeros(6)
    out.u16(1) // data reference
    out.zeros(8)
    out.u16(1) // channels
    out.u16(16) // bits a sample, as the format wants it written
    out.zeros(4)
    out.u16(sampleRate)
    out.zeros(2)
    out.fullBox('esds', 0, () => {
      out.descriptor(3, () => {
        out.u8(0, 1, 0)
        out.descriptor(4, () => {
          out.u8(0x40, 0x15, 0, 0, 0) // MPEG-4 audio, an audio stream
          out.u32(bitRate, bitRate)
          out.descriptor(5, () => out.u8(...aacConfig))
        })
        out.descriptor(6, () => out.u8(2))
      })
    })
  })

/** Writes where the frames lie; returns where the place of the first one is to be patched in. */
const putSampleTable = (out: BoxWriter, samples: number, frameCount: number): number => {
  const lastSamples = samples - (frameCount - 1) * aacFrame.samples
  out.box('stbl', () => {
    out.fullBox('stsd', 0, () => {
      out.u32(1)
      putSampleEntry(out)
    })
    out.fullBox('stts', 0, () => {
      if (frameCount > 1) out.u32(2, frameCount - 1, aacFrame.samples, 1, lastSamples)
      else out.u32(1, 1, lastSamples)
    })
    out.fullBox('stsc', 0, () => out.u32(1, 1, frameCount, 1)) // all frames are one chunk
    out.fullBox('stsz', 0, () => out.u32(aacFrame.bytes, frameCount))
    out.fullBox('stco', 0, () => out.u32(1, 0))
  })
  return out.length - 4
}

const putTrack = (out: BoxWriter, durationMs: number, frameCount: number): number => {
  const samples = durationMs * aacFrame.samplesPerMs
  let placeAt = 0
  out.box('trak', () => {
    out.fullBox('tkhd', 3, () => {
      out.u32(0, 0, 1, 0, durationMs, 0, 0, 0)
      out.u16(0x100) // full volume
      out.zeros(2)
      putUnity(out)
      out.zeros(8)
    })
    out.box('edts', () => out.fullBox('elst', 0, () => out.u32(1, durationMs, 0, 0x1_0000)))
    out.box('mdia', () => {
      out.fullBox('mdhd', 0, () => {
        out.u32(0, 0, sampleRate, samples)
        out.u16(0x55c4) // language: undetermined
        out.zeros(2)
      })
      out.fullBox('hdlr', 0, () => {
        out.zeros(4)
        out.text('soun')
        out.zeros(13)
      })
      out.box('minf', () => {
        out.fullBox('smhd', 0, () => out.zeros(4))
        out.box('dinf', () =>
          out.fullBox('dref', 0, () => {
            out.u32(1)
            out.fullBox('url ', 1)
          }),
        )
        placeAt = putSampleTable(out, samples, frameCount)
      })
    })
  })
  return placeAt
}

const headerOf = (durationMs: number, frameCount: number, brand: string): Uint8Array => {
  const out = boxWriter()
  out.box('ftyp', () => {
    out.text(brand)
    out.u32(0x200)
    out.text(`${brand}isommp42`)
  })
  let placeAt = 0
  out.box('moov', () => {
    out.fullBox('mvhd', 0, () => {
      out.u32(0, 0, 1000, durationMs, 0x1_0000) // milliseconds, at normal speed
      out.u16(0x100)
      out.zeros(10)
      putUnity(out)
      out.zeros(24)
      out.u32(2)
    })
    placeAt = putTrack(out, durationMs, frameCount)
  })
  out.u32(frameCount * aacFrame.bytes + 8)
  out.text('mdat')
  out.patch(placeAt, out.length)
  return out.bytes()
}

const headerSizes = new Map<boolean, number>()

/** One frame is told of more briefly than several; nothing else makes a difference. */
const headerBytesFor = (frameCount: number): number => {
  const isOne = frameCount === 1
  const known = headerSizes.get(isOne)
  if (known !== undefined) return known
  const { length } = headerOf(isOne ? 1 : 2 * aacFrame.ms, isOne ? 1 : 2, 'M4A ')
  headerSizes.set(isOne, length)
  return length
}

const frames: Frames = {
  bytes: aacFrame.bytes,
  middleOf: (frame) => (frame + 1) * aacFrame.ms,
  of: aacFrameOf,
}

/**
 * How an MP4 file (ISO/IEC 14496-12) is laid out: the movie box first, then all frames in one chunk. The header
 * is as large for a day as for a second, and none of its fields needs more than 32 bits. Second `s` begins
 * `8000 × s` bytes behind it.
 */
export const mp4 = (durationMs: number, brand: 'M4A ' | 'isom'): Layout => {
  const frameCount = Math.ceil(durationMs / aacFrame.ms)
  return {
    headerBytes: headerBytesFor(frameCount),
    header: () => headerOf(durationMs, frameCount, brand),
    frames,
    frameCount,
  }
}
