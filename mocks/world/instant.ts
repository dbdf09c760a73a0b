import { PlayheadError, shown } from './error.ts'

/** Milliseconds since the epoch, always virtual. */
export type Instant = number

/** The last instant of the year 9999: what four-digit years can write. */
export const lastInstant: Instant = 253_402_300_799_999

const isInstant = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= lastInstant

/** Refuses what cannot be an instant. @throws PlayheadError `bad-instant` */
export const checkedInstant = (value: number, act: string): Instant => {
  if (isInstant(value)) return value
  throw new PlayheadError({
    code: 'bad-instant',
    act: `${act}: ${shown(value)} is no instant between 1970 and 9999`,
    cure: 'Give milliseconds since the epoch or ISO 8601, such as 2026-01-31T09:00:00Z.',
  })
}

const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/

/** Date.parse rolls 30 February over into March: the day that it reads must be the day that was written. */
const dayExists = (text: string): boolean =>
  new Date(Date.parse(`${text.slice(0, 10)}T00:00:00Z`)).getUTCDate() === Number(text.slice(8, 10))

/**
 * Reads an instant: ISO 8601 (UTC where no zone is given) or milliseconds since the epoch.
 * @throws PlayheadError `bad-instant`
 * @example parseInstant('2026-01-31T09:00:00Z') // 1769850000000
 */
export const parseInstant = (text: string): Instant => {
  if (/^\d{1,15}$/.test(text)) return checkedInstant(Number(text), 'Cannot read an instant')
  const zoned = /(Z|[+-]\d{2}:\d{2})$/.test(text) || !text.includes('T') ? text : `${text}Z`
  const value = iso.test(text) ? Date.parse(zoned) : Number.NaN
  if (isInstant(value) && dayExists(text)) return value
  throw new PlayheadError({
    code: 'bad-instant',
    act: `Cannot read ${shown(text)} as an instant`,
    cure: 'Write ISO 8601, such as 2026-01-31T09:00:00Z, or milliseconds since the epoch.',
  })
}

/** Reads ISO 8601 as vendors write it; `undefined` where it is none. Never throws. */
export const fromIso = (text: string): Instant | undefined => {
  const value = iso.test(text) ? Date.parse(text) : Number.NaN
  return isInstant(value) && dayExists(text) ? value : undefined
}

/** ISO 8601 with milliseconds: `2026-01-31T09:00:00.000Z`. */
export const toIso = (instant: Instant): string => new Date(instant).toISOString()

/** ISO 8601 to the second: `2026-01-31T09:00:00Z`. */
export const toIsoSeconds = (instant: Instant): string => `${toIso(instant).slice(0, 19)}Z`

/** An HTTP date (RFC 9110 section 5.6.7): `Sat, 31 Jan 2026 09:00:00 GMT`. */
export const toHttpDate = (instant: Instant): string => {
  const second = Math.floor(instant / 1000)
  const known = httpDates.get(second)
  if (known !== undefined) return known
  const text = new Date(instant).toUTCString()
  if (httpDates.size >= mostHttpDates) httpDates.clear()
  httpDates.set(second, text)
  return text
}

/** Answers of one second all have the same date. */
const httpDates = new Map<number, string>()
const mostHttpDates = 256

/** Reads an HTTP date; `undefined` where it is none. */
export const fromHttpDate = (text: string): Instant | undefined => {
  const value = Date.parse(text)
  return Number.isNaN(value) || !/GMT$/.test(text) ? undefined : value
}

/** The basic form SigV4 uses: `20260131T090000Z`. */
export const toAmzDate = (instant: Instant): string => toIsoSeconds(instant).replace(/[-:]/g, '')

/** Reads SigV4's basic form; `undefined` where it is none, or names a day that does not exist. */
export const fromAmzDate = (text: string): Instant | undefined => {
  const m = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text)
  if (!m) return undefined
  const value = Date.parse(`${m[1]}-${m[2]}-${m[3]}T${m[4]}:${m[5]}:${m[6]}Z`)
  // Date.parse reads 30 February as 2 March; written back that is another text.
  return !Number.isNaN(value) && toAmzDate(value) === text ? value : undefined
}

/** The same day and time some calendar months later, or the last day of a month that is too short (UTC). */
export const monthsAfter = (instant: Instant, months: number): Instant => {
  const from = new Date(instant)
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months]
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const day = Math.min(from.getUTCDate(), lastDay)
  return Date.UTC(year, month, day) + (instant % 86_400_000)
}
