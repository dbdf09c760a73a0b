import { fromHttpDate, type Instant } from '../../mocks/world/instant.ts'
import { defineRule, type Violation } from '../define.ts'
import type { History } from '../history.ts'
import { judging } from './judging.ts'
import { type Answered, answeredOf, atAnswer, kindOf, playableOf } from './reading/answered.ts'
import { clockErrorIn } from './reading/clock-error.ts'
import { type Link, signedEnd } from './reading/link.ts'
import { decisive, toldBefore, transfersOf } from './reading/of-ask.ts'
import { type Reading, readHistory } from './reading/reading.ts'
import { download, look, pass, segment, witness } from './witness.ts'

/** A Date has whole seconds, and a client may keep whole seconds too. */
const roundingMs = 2000

/** How far a client's clock is off in the witness. */
const minutesMs = 300_000

/** A URL told by an answer that also shows how wrong the client's clock is. */
interface Dated {
  readonly url: string
  /** When it dies by what was told, by the vendor's clock; a client can know it this well, in milliseconds. */
  readonly end: Instant
  readonly withinMs: number
}

/** Reads a link by the vendor's clock. `undefined` where the clock is right, or was set again before an event. */
const datedBy = (history: History, { vendor }: Reading, link: Link, event: number): Dated | undefined => {
  const { url, exchange, segment } = link
  const { askedNow, settledNow, settled } = exchange
  if (segment?.expiresAt === undefined || settledNow === undefined || !settled) return undefined
  if (clockErrorIn(exchange) === undefined) return undefined
  const wasSet = history.events.slice(exchange.sentEvent, event).some(({ kind }) => kind === 'skewed')
  if (wasSet) return undefined
  const end =
    vendor.link.told === 'absolute' ? segment.expiresAt : segment.expiresAt - settledNow + settled.at
  return { url, end, withinMs: roundingMs + settledNow - askedNow }
}

const deadAt = ({ url, end, withinMs }: Dated, now: Instant): boolean =>
  now >= end + withinMs && now >= (signedEnd(url) ?? now)

/** An ask with the URLs it can be judged by. */
interface Skewed {
  readonly ask: Answered
  /** What it handed out. */
  readonly given: readonly Dated[]
  /** What it was told last, where it was told it for this ask and tried none of it. */
  readonly told: readonly Dated[]
}

const skewedAsks = (history: History, reading: Reading): readonly Skewed[] =>
  answeredOf(reading, 'look', 'download').flatMap((ask) => {
    const dated = (links: readonly Link[]): readonly Dated[] =>
      links.flatMap((link) => datedBy(history, reading, link, ask.last) ?? [])
    const given = (playableOf(ask)?.segments ?? []).flatMap(({ url }) => {
      const links = url ? toldBefore(reading, url, ask.last) : []
      const known = dated(links)
      return known.length === links.length ? known.slice(-1) : []
    })
    // Which of a call's recordings is another segment no vendor with lifetimes tells.
    const untried = ask.segment === undefined && transfersOf(reading, ask).length === 0
    const telling = untried ? decisive(reading, ask) : undefined
    const told = dated(
      reading.links.filter(
        ({ exchange }) => exchange === telling?.exchange && exchange.settledEvent < ask.last,
      ),
    )
    return given.length + told.length > 0 ? { ask, given, told } : []
  })

/** Whether an answer, read by its own Date, allows what came of it. */
const isFairByDate = ({ vendor }: Reading, ask: Answered, telling: ReturnType<typeof decisive>): boolean => {
  const { received } = telling?.exchange ?? {}
  const date = fromHttpDate(received?.headers.date ?? '')
  if (!received || date === undefined) return true
  const answered = { status: received.status, headers: received.headers, body: received.body ?? '' }
  const { outcome, fair } = vendor.decode(answered, date)
  return outcome.kind !== 'playable' || fair.some((kind) => kind === kindOf(ask))
}

const judge = (reading: Reading, { ask, given, told }: Skewed): Violation | undefined => {
  const now = ask.answer.at
  if (given.some((one) => deadAt(one, now)))
    return atAnswer(
      ask,
      'by its own clock, which is wrong, it handed out a URL that storage calls dead',
      'a URL that lives by the clock of the answer that told it',
    )
  const refused =
    ask.answer.outcome !== undefined &&
    kindOf(ask) !== 'downloaded' &&
    told.some(({ end, withinMs }) => now < end - withinMs) &&
    !isFairByDate(reading, ask, decisive(reading, ask))
  return refused
    ? atAnswer(
        ask,
        `by its own clock, which is wrong, it answered ${kindOf(ask)} of a URL that still plays`,
        'playable: the Date of the answer tells how wrong the clock is',
      )
    : undefined
}

export const aSkewedClockStillPlays = defineRule({
  id: 'a-skewed-clock-still-plays',
  level: 'should',
  vendors: ['osvi', 'envoy', 'feather'],
  needs: ['look', 'download'],
  says: 'A client clock some minutes off neither plays URLs that storage calls dead nor refuses live ones.',
  basis: [
    { vendor: 'osvi', quote: 'expires_in_seconds' },
    { vendor: 'envoy', quote: 'When the playback URL expires' },
    { vendor: 'feather', quote: 'expires_in' },
    { quote: 'RFC 9110 section 6.6.1: the Date of an answer tells what its own clock showed.' },
  ],
  since: '1.0.0',
  witness: (vendor) =>
    witness(
      vendor,
      [
        { do: 'skew', ms: minutesMs },
        look(),
        download(),
        { do: 'skew', ms: -minutesMs },
        look({ call: 'c2' }),
        pass(100_000),
        look({ call: 'c2' }),
      ],
      { calls: ['c1', 'c2'].map((ref) => ({ ref, segments: [segment()] })), lifetimeSeconds: 77 },
    ),
  judge: (history) => {
    const reading = readHistory(history)
    return judging(skewedAsks(history, reading), (one) => judge(reading, one))
  },
})
