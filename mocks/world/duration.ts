import { PlayheadError, shown } from './error.ts'

const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const
type Unit = keyof typeof unitMs

/**
 * Reads a duration: `15m`, `90s`, `1h30m`, `250ms`, or a bare number of milliseconds.
 * @returns milliseconds, never negative
 * @throws PlayheadError `bad-duration`
 * @example parseDuration('1h30m') // 5400000
 */
export const parseDuration = (text: string): number => {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  const parts = [...text.matchAll(/(\d{1,12})(ms|s|m|h|d|w)/g)]
  if (parts.length > 0 && parts.map(([whole]) => whole).join('') === text) {
    const total = parts.reduce((sum, [, n, unit]) => sum + Number(n) * unitMs[unit as Unit], 0)
    if (Number.isSafeInteger(total)) return total
  }
  throw new PlayheadError({
    code: 'bad-duration',
    act: `Cannot read ${shown(text)} as a duration`,
    cure: 'Write a number with a unit, such as 90s, 15m, 1h30m or 250ms.',
  })
}

const named: readonly (readonly [string, number])[] = [
  ['d', unitMs.d],
  ['h', unitMs.h],
  ['min', unitMs.m],
  ['s', unitMs.s],
]

/** Writes milliseconds as people say them, in at most two units: `15 min`, `2 h 5 min`, `1.5 s`, `1 ms`, `−10 s`. */
export const formatDuration = (ms: number): string => {
  if (ms < 0) return `−${formatDuration(-ms)}`
  if (ms < 1000) return `${ms} ms`
  if (ms < 60_000) return `${ms / 1000} s`
  const first = named.findIndex(([, unit]) => ms >= unit)
  let rest = ms
  const words = named.slice(first, first + 2).flatMap(([name, unit]) => {
    const count = Math.floor(rest / unit)
    rest -= count * unit
    return count > 0 ? [`${count} ${name}`] : []
  })
  return words.join(' ')
}

/** Virtual time since a start, as a report's first column: `00:15:00.000`. */
export const formatElapsed = (ms: number): string => {
  const pad = (n: number, width: number): string => String(Math.floor(n)).padStart(width, '0')
  return `${pad(ms / 3_600_000, 2)}:${pad((ms / 60_000) % 60, 2)}:${pad((ms / 1000) % 60, 2)}.${pad(ms % 1000, 3)}`
}
