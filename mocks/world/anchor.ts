import { parseDuration } from './duration.ts'
import { checkedInstant, type Instant, parseInstant } from './instant.ts'

/** The fields of a world that hold an instant. */
const instantFields = new Set(['at', 'from', 'until', 'startedAt'])

const relative = /^([+-])((?:\d+(?:ms|s|m|h|d|w))+)$/
const absolute = /^\d{4}-\d{2}-\d{2}/

const anchorText = (text: string, start: Instant): unknown => {
  if (text === 'start') return start
  const [, sign, duration] = relative.exec(text) ?? []
  if (duration === undefined) return absolute.test(text) ? parseInstant(text) : text
  const at = sign === '-' ? start - parseDuration(duration) : start + parseDuration(duration)
  return checkedInstant(at, `Cannot place ${JSON.stringify(text)}`)
}

/**
 * Lets people write a world's instants as they think of them: `start`, `+15m`, `-2d`, or ISO 8601. Everything else is
 * left as it is.
 * @throws PlayheadError `bad-instant`
 * @example anchored({ at: '+15m' }, 1_000) // { at: 901000 }
 */
export const anchored = (json: unknown, start: Instant): unknown => {
  if (Array.isArray(json)) return json.map((value) => anchored(value, start))
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [
      name,
      typeof value === 'string' && instantFields.has(name)
        ? anchorText(value, start)
        : anchored(value, start),
    ]),
  )
}
