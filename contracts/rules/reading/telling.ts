import type { Decoded, Vendor } from '../../../mocks/vendors/define.ts'
import { jsonOf, objectOf } from '../../../mocks/vendors/reading.ts'
import type { Instant } from '../../../mocks/world/instant.ts'
import type { Outcome, RepliesOutcome } from '../../../mocks/world/outcome.ts'
import { clockErrorsIn } from './clock-error.ts'
import { type Exchange, isWhole } from './exchange.ts'

/** What an answer of the API told the client, and what a fair reader may conclude from it. */
export interface Telling {
  readonly exchange: Exchange
  /** The best reading. */
  readonly outcome: Outcome | RepliesOutcome
  readonly fair: ReadonlySet<string>
  /** The places of segments that play, and that a careful reader need not trust. */
  readonly doubtful: readonly number[]
  /** It was no answer to the question: an outage, a refusal, nothing at all. */
  readonly broken: boolean
}

const outage: readonly string[] = ['unavailable', 'unknown']
const unanswered = new Set(['unavailable', 'rate-limited', 'unauthorized', 'forbidden'])

type Read = (body: string, now: Instant) => Decoded<Outcome | RepliesOutcome>

/** Reads any body as that of an answer to what was asked for. */
const readerFor = (
  vendor: Vendor,
  { status, headers }: NonNullable<Exchange['received']>,
  asks: Exchange['asks'],
): Read => {
  const decode = asks === 'replies' && vendor.decodeReplies ? vendor.decodeReplies : vendor.decode
  return (body, now) => decode({ status, headers, body }, now)
}

/**
 * Reads one API answer. What was cut off may be read by its status alone; what the client turned away from, both ways;
 * and where time passed on the way, as of its beginning and its end.
 */
export const tellingOf = (vendor: Vendor, exchange: Exchange): Telling => {
  const { received, settled, askedNow } = exchange
  const now = exchange.settledNow ?? askedNow
  if (!received)
    return { exchange, outcome: { kind: 'unavailable' }, fair: new Set(outage), doubtful: [], broken: true }
  const body = received.body ?? ''
  const whole = isWhole(exchange)
  const read = readerFor(vendor, received, exchange.asks)
  const known = whole ? body : ''
  const best = read(known, now)
  // A client may read it by its own clock, or by one that the answer's Date has put right.
  const own = [now, askedNow, exchange.sentNow]
  const right = clockErrorsIn(exchange).flatMap(({ least, most }) =>
    own.flatMap((one) => [one + least, one + most]),
  )
  const others = new Set([...own, ...right].filter((one) => one !== now))
  const readings = [best, ...[...others].map((one) => read(known, one))]
  // By its status alone: a body that is no JSON says no more than an empty object does.
  if (received.status >= 400 && (!whole || !objectOf(jsonOf(body)))) readings.push(read('{}', now))
  if (!whole && (!settled || settled.how === 'aborted')) readings.push(read(body, now))
  const redirected = received.status >= 300 && received.status < 400
  return {
    exchange,
    outcome: best.outcome,
    doubtful: best.doubtful ?? [],
    fair: new Set([
      ...readings.flatMap(({ outcome, fair }) => [outcome.kind, ...fair]),
      ...(whole && !redirected ? [] : outage),
      // A redirect that leads nowhere one may go with the key is refused as much as it is out of order.
      ...(redirected || exchange.follows ? [...outage, 'forbidden'] : []),
    ]),
    broken: (whole || received.status >= 400 ? unanswered.has(best.outcome.kind) : true) || redirected,
  }
}
