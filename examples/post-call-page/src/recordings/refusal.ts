import type { Answer } from './ask.ts'
import type { Nothing } from './outcome.ts'

const telling = new Set(['message', 'msg', 'error', 'errors', 'detail'])

/** Every text by which an error's body says what is wrong, wherever it stands. */
const detailsIn = (value: unknown, isTelling = false): readonly string[] => {
  if (typeof value === 'string') return isTelling && value !== '' ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item) => detailsIn(item, isTelling))
  return Object.entries(value).flatMap(([name, inner]) => detailsIn(inner, telling.has(name)))
}

/** Seconds until one may ask again: told as a number, or as a date by the vendor's own clock. */
const waitIn = ({ headers, askedAt }: Answer): number | undefined => {
  const told = headers.get('retry-after') ?? ''
  if (/^\d{1,6}$/.test(told)) return Number(told)
  const now = Date.parse(headers.get('date') ?? '') || askedAt
  const seconds = Math.ceil((Date.parse(told) - now) / 1000)
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
}

/** What an answer that is no 200 says, whoever the vendor is. */
export const refusalIn = (answer: Answer): Nothing => {
  const { status } = answer
  if (status === 401) return { kind: 'unauthorized' }
  if (status === 403) return { kind: 'forbidden' }
  if (status === 404 || status === 410) return { kind: 'not-found' }
  if (status === 400 || status === 422) return { kind: 'invalid-request', details: detailsIn(answer.json) }
  if (status === 429) {
    const retryAfterSeconds = waitIn(answer)
    return { kind: 'rate-limited', ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }
  }
  return {
    kind: status >= 500 || status < 400 || status === 408 || status === 425 ? 'unavailable' : 'unknown',
  }
}
