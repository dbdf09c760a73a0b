import type { RunLine } from './run.ts'

/**
 * One clock for a run whose world's clock may have been moved, stopped or turned back: between two events passes as much
 * time as went by on the wider of the two clocks, the world's and the real one. So a pause that anybody could have seen
 * is one, and time never runs backwards.
 */
export const onOneClock = (lines: readonly RunLine[]): readonly RunLine[] => {
  let before: RunLine | undefined
  let at = lines[0]?.event.at ?? 0
  return lines.map((line): RunLine => {
    if (before)
      at += Math.max(0, line.event.at - before.event.at, Math.floor(line.realMs) - Math.floor(before.realMs))
    before = line
    return { ...line, event: { ...line.event, at } }
  })
}
