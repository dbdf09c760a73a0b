import { fromHttpDate, type Instant } from '../../../mocks/world/instant.ts'
import type { Exchange } from './exchange.ts'

/** How far the vendor's clock is ahead of the client's, in milliseconds: at least and at most. */
export interface ClockError {
  readonly least: number
  readonly most: number
}

/**
 * What a client can know of its own clock's error from an answer's Date, which has whole seconds and was written at some
 * time between asking and the last byte. `undefined` where there may be no error at all.
 */
export const clockErrorIn = (
  { received, askedNow, settledNow }: Exchange,
  began: Instant = askedNow,
): ClockError | undefined => {
  const date = fromHttpDate(received?.headers.date ?? '')
  if (date === undefined || settledNow === undefined) return undefined
  const least = date - Math.max(began, settledNow)
  const most = date + 999 - Math.min(began, settledNow)
  return least <= 0 && most >= 0 ? undefined : { least, most }
}

/**
 * All that a client may take its clock's error for: what came after a redirect, a redirect to itself above all, may be a
 * question of its own as well, asked when it was sent.
 */
export const clockErrorsIn = (exchange: Exchange): readonly ClockError[] =>
  [...new Set([exchange.askedNow, exchange.sentNow])].flatMap((began) => clockErrorIn(exchange, began) ?? [])
