/** Mixes 32 bits so that neighbouring inputs give unrelated outputs (murmur3's finaliser). */
const mix = (value: number): number => {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** A 32-bit number that stands for a text; the same for the same text for ever. */
export const hashText = (text: string): number => {
  let h = 0x9e3779b9 ^ text.length
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mix(h)
}

/** Numbers drawn from a seed: {@link Draw.below} and {@link Draw.of} repeat exactly for the same seed and labels. */
export interface Draw {
  /** A whole number in `[0, limit)`. */
  below(limit: number): number
  /** One of the given values. */
  of<T>(values: readonly [T, ...T[]]): T
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string
}

/**
 * A stream of numbers that depends on nothing but the seed and the labels.
 * @example draw(1, 'call', 42).below(6)
 */
export const draw = (seed: number, ...labels: readonly (string | number)[]): Draw => {
  let state = hashText(`${seed}/${labels.join('/')}`)
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    return mix(state)
  }
  const below = (limit: number): number => Math.floor((next() / 0x1_0000_0000) * limit)
  return {
    below,
    of: (values) => values[below(values.length)] ?? values[0],
    hex: (digits) => {
      let text = ''
      while (text.length < digits) text += next().toString(16).padStart(8, '0')
      return text.slice(0, digits)
    },
  }
}

const rounds = [0, 1, 2, 3] as const

/** Shuffles the numbers below 2^40 one to one, by a Feistel network of two 20-bit halves. @see unscramble */
export const scramble = (seed: number, value: number): number => {
  let left = Math.floor(value / 0x10_0000)
  let right = value % 0x10_0000
  for (const round of rounds) [left, right] = [right, left ^ half(seed, round, right)]
  return left * 0x10_0000 + right
}

/** Takes {@link scramble} back. */
export const unscramble = (seed: number, value: number): number => {
  let left = Math.floor(value / 0x10_0000)
  let right = value % 0x10_0000
  for (const round of rounds.toReversed()) [left, right] = [right ^ half(seed, round, left), left]
  return left * 0x10_0000 + right
}

const half = (seed: number, round: number, value: number): number =>
  mix(mix(seed ^ Math.imul(round + 1, 0x9e3779b9)) ^ value) & 0xf_ffff
