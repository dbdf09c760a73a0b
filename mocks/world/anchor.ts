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
 * left as it is, and what holds no instant in words is handed on uncopied: a world may list a hundred thousand calls.
 * @throws PlayheadError `bad-instant`
 * @example anchored({ at: '+15m' }, 1_000) // { at: 901000 }
 */
export const anchored = (json: unknown, start: Instant): unknown => {
  if (typeof json !== 'object' || json === null) return json
  const given = json as Readonly<Record<string, unknown>>
  const moved = new Map<string, unknown>()
  for (const name of Object.keys(given)) {
    const value = given[name]
    const isText = typeof value === 'string' && instantFields.has(name)
    const placed = isText ? anchorText(value, start) : anchored(value, start)
    if (placed !== value) moved.set(name, placed)
  }
  if (moved.size === 0) return json
  if (Array.isArray(json)) return json.map((value, nth) => moved.get(String(nth)) ?? value)
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, moved.get(name) ?? value]))
}
