const day = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' })
const stamp = new Intl.DateTimeFormat('en', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
})
const time = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' })

/** A day in words: `Saturday, January 31`. @param instant in milliseconds since the epoch */
export const dayOf = (instant: number): string => day.format(instant)

/** A time of day: `8:20 AM`. */
export const timeOf = (instant: number): string => time.format(instant)

/** A moment, short: `Sat, Jan 31, 8:20 AM`. */
export const momentOf = (instant: number): string => stamp.format(instant)

/** A length of time as players show it: `1:05`. */
export const lengthOf = (seconds: number): string => {
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
