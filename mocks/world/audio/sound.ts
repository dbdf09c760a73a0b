/** What sounds: the digit of a tone, or silence. */
export type Sound = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | typeof silence

/** No tone at all. */
export const silence = 10

/** Every sound, so that a table can be indexed by it. */
export const sounds: readonly Sound[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, silence]

/**
 * The pitch of a digit in hertz: 500 for 0, 625 for 1, … 1625 for 9. Multiples of 125 Hz, since these repeat
 * their phase in every frame of both our codecs, so that one frame a digit is a steady tone.
 */
export const pitchOf = (digit: number): number => 500 + 125 * digit

const digit = (value: number): Sound => (Math.floor(value) % 10) as Sound

/**
 * What sounds at a position: every second says its own time as three digits. A short tone is the minute's last
 * digit, the next one the tens of its seconds, the long one the seconds; 80 ms of silence part them.
 * @param ms the position in the recording
 * @example soundAt(754_500) // 4, as 12:34 goes 2, 3, 4
 */
export const soundAt = (ms: number): Sound => {
  const within = ms % 1000
  if (within < 120) return digit(ms / 60_000)
  if (within < 200) return silence
  if (within < 320) return digit((ms % 60_000) / 10_000)
  if (within < 400) return silence
  return within < 920 ? digit(ms / 1000) : silence
}
