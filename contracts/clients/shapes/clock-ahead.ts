import { fromHttpDate, type Instant } from '../../../mocks/world/instant.ts'

/**
 * How far the vendor's clock is ahead of the client's, as Cristian's algorithm has it: an answer's Date was written about
 * half way between asking and being answered. What half that way and the Date's own second leave open is no error.
 */
export const clockAhead = (date: string | null, askedAt: Instant, answeredAt: Instant): number => {
  const written = fromHttpDate(date ?? '')
  if (written === undefined) return 0
  const halfWay = Math.abs(answeredAt - askedAt) / 2
  const ahead = Math.round(written + 500 - (askedAt + answeredAt) / 2)
  return Math.abs(ahead) <= halfWay + 500 ? 0 : ahead
}
