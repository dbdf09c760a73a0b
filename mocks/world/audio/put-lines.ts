import type { Bits } from './bits.ts'

/** The code word of a pair of neighbouring lines, of which at most one sounds: `[value, width]` by the pair's levels. */
export type PairCodes = Readonly<Record<'00' | '01' | '02' | '10' | '20', readonly [number, number]>>

/** Writes the first `count` lines (an even number) of a spectrum, given as signed levels by line; both codecs code pairs alike. */
export const putLines = (
  out: Bits,
  lines: ReadonlyMap<number, number>,
  count: number,
  codes: PairCodes,
): void => {
  for (let line = 0; line < count; line += 2) {
    const pair = [lines.get(line) ?? 0, lines.get(line + 1) ?? 0] as const
    const [value, width] = codes[`${Math.abs(pair[0])}${Math.abs(pair[1])}` as keyof PairCodes]
    out.put(value, width)
    for (const level of pair) if (level !== 0) out.put(level < 0 ? 1 : 0, 1)
  }
}
