import { fromHttpDate, type Instant } from '../../../mocks/world/instant.ts'
import { errorTexts } from './readers/error-texts.ts'
import type { Missing } from './readers/reader.ts'

/** Whole seconds until a Retry-After, told as such or as a date. @param now by the clock of whoever tells it */
const retrySeconds = (told: string | null, now: Instant): number | undefined => {
  if (told === null) return undefined
  if (/^\d{1,6}$/.test(told)) return Number(told)
  const date = fromHttpDate(told)
  return date === undefined ? undefined : Math.max(0, Math.ceil((date - now) / 1000))
}

/** What HTTP says by a status that is no 200, whoever the vendor is. @param json of its body, where it has any */
export const readStatus = ({ status, headers }: Response, json: unknown, now: Instant): Missing => {
  switch (status) {
    case 400:
    case 422:
      return { kind: 'invalid-request', details: errorTexts(json) }
    case 401:
      return { kind: 'unauthorized' }
    case 403:
      return { kind: 'forbidden' }
    case 404:
    case 410:
      return { kind: 'not-found' }
    case 429: {
      const retryAfterSeconds = retrySeconds(headers.get('retry-after'), now)
      return { kind: 'rate-limited', ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }
    }
    default:
      return {
        kind: status >= 500 || status < 400 || status === 408 || status === 425 ? 'unavailable' : 'unknown',
      }
  }
}
