import { pitchOf, type Sound, silence } from './sound.ts'

/** One partial of a tone: its frequency in hertz and its quantised level, 2 (loud) or 1 (8 dB below). */
export interface Partial {
  readonly hertz: number
  readonly level: 1 | 2
}

/** How many voices sound different; higher ones sound like these again. */
export const timbres = 8

/** The partials of a sound: the digit's own pitch, and above it those of three overtones that the timbre's bits ask for. */
export const partialsOf = (sound: Sound, timbre: number): readonly Partial[] => {
  if (sound === silence) return []
  const hertz = pitchOf(sound)
  const overtones = [2, 3, 4].filter((_, bit) => (timbre >> bit) & 1)
  return [{ hertz, level: 2 }, ...overtones.map((n): Partial => ({ hertz: hertz * n, level: 1 }))]
}
