import type { Answered, Vendor } from '../../../mocks/vendors/define.ts'
import { fromAmzDate, type Instant } from '../../../mocks/world/instant.ts'
import type { OutcomeSegment } from '../../../mocks/world/outcome.ts'
import { clockErrorsIn } from './clock-error.ts'
import { type Exchange, isBroken } from './exchange.ts'

/** One URL as one answer told it. */
export interface Link {
  readonly url: string
  readonly exchange: Exchange
  /**
   * When it dies by what was told and by the client's own clock: counted from the sending of the request at the
   * earliest, from the last byte of the answer at the latest. An end that was told as an instant may be read as it
   * stands, or by a clock that the answer's own Date has put right. `undefined` where no lifetime was told.
   */
  readonly dies: { readonly earliest: Instant; readonly latest: Instant } | undefined
  /** The segment it plays, where the answer says that it does. */
  readonly segment: OutcomeSegment | undefined
}

/** Every URL in a JSON value, at any depth. */
const urlsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return /^(\{(api|storage)\}\/|https?:\/\/)/.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(urlsIn) : []
}

const segmentsAt = (vendor: Vendor, answered: Answered, now: Instant): readonly OutcomeSegment[] => {
  const { outcome } = vendor.decode(answered, now)
  return 'segments' in outcome ? (outcome.segments ?? []) : []
}

/** The URLs that an answer of the API told the client. */
export const linksOf = (vendor: Vendor, exchange: Exchange): readonly Link[] => {
  const { received, asks, askedNow } = exchange
  if (received?.status !== 200 || received.body === undefined || asks !== 'recording' || isBroken(exchange))
    return []
  // An absolute end that has passed is no longer played by a decoder: read as of the beginning of time, it still is.
  const isAbsolute = vendor.link.told === 'absolute'
  const { status, headers, body } = received
  const segmentsBy = (now: Instant): readonly OutcomeSegment[] =>
    segmentsAt(vendor, { status, headers, body }, isAbsolute ? 0 : now)
  const endedNow = exchange.settledNow ?? askedNow
  const early = segmentsBy(askedNow)
  const late = isAbsolute || endedNow === askedNow ? early : segmentsBy(endedNow)
  const errors = isAbsolute ? clockErrorsIn(exchange) : []
  const byOwnClock = (end: Instant): readonly Instant[] => [
    end,
    ...errors.flatMap(({ least, most }) => [end - least, end - most]),
  ]
  return urlsIn(exchange.json).map((url): Link => {
    const segmentIn = (segments: readonly OutcomeSegment[]) => segments.find((one) => one.url === url)
    const first = segmentIn(early)?.expiresAt
    const segment = segmentIn(late)
    const last = segment?.expiresAt
    // A clock that is set meanwhile may turn the two round.
    const dies =
      first === undefined || last === undefined
        ? undefined
        : { earliest: Math.min(...byOwnClock(first), last), latest: Math.max(first, ...byOwnClock(last)) }
    return { url, exchange, dies, segment }
  })
}

/** The instant at which a signed URL says of itself that it ends, by the world's clock. */
export const signedEnd = (url: string): Instant | undefined => {
  const date = fromAmzDate(/[?&]X-(?:Amz|Goog)-Date=(\w+)/.exec(url)?.[1] ?? '')
  const seconds = Number(/[?&]X-(?:Amz|Goog)-Expires=(\d+)/.exec(url)?.[1])
  return date === undefined || Number.isNaN(seconds) ? undefined : date + seconds * 1000
}
