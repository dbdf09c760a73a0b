import { formatDuration } from '../world/duration.ts'

/**
 * How long until something, as a countdown writes it: by the second below a day, rounded up so that it never says 0 early;
 * above it in days, rounded down.
 */
export const remaining = (ms: number): string => {
  if (ms < 1000) return formatDuration(Math.max(0, ms))
  const seconds = Math.ceil(ms / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  if (hours >= 24) return `${Math.floor(hours / 24)} d`
  const clock = [minutes, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':')
  return hours > 0 ? `${hours}:${clock}` : clock
}
