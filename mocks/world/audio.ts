import { joined, type Layout, viewsOf } from './audio/layout.ts'
import { mp3 } from './audio/mp3.ts'
import { mp4 } from './audio/mp4.ts'
import { PlayheadError, shown } from './error.ts'
import { hashText } from './seed.ts'

export type AudioType = 'audio/mpeg' | 'audio/mp4' | 'video/mp4'

/** A recording that really plays, of which any bytes can be had without the rest existing. */
export interface Audio {
  readonly contentType: AudioType
  /** In bytes. */
  readonly length: number
  /** 32 hexadecimal digits, unquoted, that stand for the arguments. */
  readonly etag: string
  /** The bytes in `[from, to)`, as far as they exist. */
  read(from: number, to: number): Uint8Array
  /** The same in pieces that are shared: copy them and never write into them. */
  views(from: number, to: number): readonly Uint8Array[]
}

const longest = 24 * 3_600_000
const lastVoice = 2 ** 28 - 1

const layouts: Readonly<Record<AudioType, (durationMs: number) => Layout>> = {
  'audio/mpeg': mp3,
  'audio/mp4': (durationMs) => mp4(durationMs, 'M4A '),
  'video/mp4': (durationMs) => mp4(durationMs, 'isom'),
}

const refuse = (what: string, value: unknown, cure: string): never => {
  throw new PlayheadError({ code: 'bad-audio', act: `Cannot make audio: ${what} ${shown(value)}`, cure })
}

/**
 * An MP3 or MP4 file (AAC) in which every second says its own time (see `soundAt`), so that a seek can be heard. The same
 * arguments give the same bytes; two voices differ in their overtones and in every frame's bytes.
 * @param options.durationMs above 0, at most 24 hours, taken to the whole millisecond
 * @param options.voice a whole number from 0; the lowest three bits choose the overtones
 * @throws PlayheadError `bad-audio`
 * @example audio({ type: 'audio/mpeg', durationMs: 3_600_000 }).read(8_000_000, 8_016_000)
 */
export const audio = (options: { type: AudioType; durationMs: number; voice?: number }): Audio => {
  const { type, durationMs, voice = 0 } = options
  if (!Object.hasOwn(layouts, type)) refuse('type', type, `Use one of ${Object.keys(layouts).join(', ')}.`)
  if (!(durationMs > 0 && durationMs <= longest)) {
    refuse('a duration in ms of', durationMs, `Use a number above 0 and at most ${longest} (24 hours).`)
  }
  if (!(Number.isInteger(voice) && voice >= 0 && voice <= lastVoice)) {
    refuse('voice', voice, `Use a whole number from 0 to ${lastVoice}.`)
  }
  const wholeMs = Math.max(Math.round(durationMs), 1)
  const layout = layouts[type](wholeMs)
  const views = viewsOf(layout, voice)
  const quarters = [1, 2, 3, 4].map((part) => hashText(`audio/${part}/${type}/${wholeMs}/${voice}`))
  return {
    contentType: type,
    length: layout.headerBytes + layout.frameCount * layout.frames.bytes,
    etag: quarters.map((quarter) => quarter.toString(16).padStart(8, '0')).join(''),
    read: (from, to) => joined(views(from, to)),
    views,
  }
}
