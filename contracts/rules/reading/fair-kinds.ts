import type { Answered } from './answered.ts'
import { type Exchange, isWhole } from './exchange.ts'
import { isMedia, isOfAnother } from './media.ts'
import { tellingsOf, transfersOf } from './of-ask.ts'
import type { Reading } from './reading.ts'
import { isRefused, saysExpired } from './refusal.ts'
import type { Telling } from './telling.ts'

const union = (...sets: readonly Iterable<string>[]): Set<string> => new Set(sets.flatMap((set) => [...set]))

/** How long a client may go on from memory what may still change. */
const rememberedMs = 60_000

/** What never changes, or holds for everything that one key asks. */
const lasting = new Set(['deleted', 'failed', 'absent', 'unauthorized', 'forbidden', 'invalid-request'])

/** Whether what an answer told was out of date when an ask began: a question that was sent later had found nothing to play. */
const isOvertaken = ({ exchanges, tellings }: Reading, told: Exchange, ask: Answered): boolean =>
  exchanges.some((later) => {
    const telling = tellings.get(later)
    return (
      later.asks === 'recording' &&
      later.id === told.id &&
      later.account === told.account &&
      later.sentEvent > told.sentEvent &&
      later.settledEvent < ask.first &&
      isWhole(later) &&
      telling?.broken === false &&
      !telling.fair.has('playable')
    )
  })

/** What may be said without having asked: what was told before, for as long as it may be believed. */
const remembered = (reading: Reading, ask: Answered): Set<string> => {
  const { exchanges, tellings, clock } = reading
  const now = clock[ask.answer.event] ?? ask.answer.at
  return union(
    ...exchanges.map((exchange) => {
      const telling = tellings.get(exchange)
      if (!telling || exchange.sent.role !== 'api' || exchange.settledEvent > ask.last) return []
      if (exchange.account !== undefined && exchange.account !== ask.account) return []
      const kinds = [...telling.fair]
      const fresh = now - (exchange.settledNow ?? exchange.askedNow) <= rememberedMs
      if (exchange.id === ask.id) {
        const current = fresh && !isOvertaken(reading, exchange, ask)
        return kinds.filter((kind) => current || lasting.has(kind))
      }
      return telling.broken ? kinds.filter((kind) => fresh || kind === 'unauthorized') : []
    }),
  )
}

/** Whether an id may be refused without asking: it is not what the vendor's ids look like, or cannot be sent as it is. */
export const isOddId = ({ vendor }: Reading, id: string): boolean =>
  vendor.ids.faultOf(id) !== undefined ||
  encodeURIComponent(id) !== id ||
  /^\.*$/.test(id) ||
  id.includes('%')

const dead = ['expired', 'unavailable', 'unknown'] as const

/** Whether some URL that an answer told may be taken for dead: by its told lifetime, or because storage refused it. */
export const mayBeDead = ({ links, clock, exchanges }: Reading, telling: Telling, event: number): boolean =>
  links.some(
    ({ url, exchange, dies }) =>
      exchange === telling.exchange &&
      ((dies !== undefined && dies.earliest <= (clock[event] ?? 0)) ||
        exchanges.some(
          (one) => one.url === url && one.receivedEvent < event && one.received?.status !== 200,
        )),
  )

const toldKinds = (reading: Reading, ask: Answered, tellings: readonly Telling[]): Set<string> => {
  const cached = reading.links.some(
    ({ exchange, segment }) =>
      segment &&
      exchange.id === ask.id &&
      exchange.account === ask.account &&
      exchange.receivedEvent < ask.last &&
      !isOvertaken(reading, exchange, ask),
  )
  const last = tellings.at(-1)
  if (!last) return union(remembered(reading, ask), cached ? ['playable'] : [])
  const uncertain = !ask.alone || last.broken
  const told = uncertain ? tellings : [last]
  return union(
    ...told.map(({ fair }) => fair),
    uncertain && cached ? ['playable'] : [],
    told.some((one) => one.fair.has('playable') && mayBeDead(reading, one, ask.answer.event)) ? dead : [],
  )
}

/** Whether it is a part that begins elsewhere than it was asked for: nobody has to make something of it. */
const isMisplaced = ({ sent, received }: Exchange): boolean => {
  const asked = /^bytes=(\d+)-/i.exec(sent.headers.range ?? '')?.[1]
  return received?.status === 206 && asked !== undefined && received.object?.from !== Number(asked)
}

/** What may be said after one request to a recording's URL. */
const afterTransfer = (exchange: Exchange): readonly string[] => {
  const { received } = exchange
  const status = received?.status ?? 0
  if (!received || status < 200 || (status >= 300 && status < 400) || status >= 500) return dead
  if (status < 300) {
    if (!isWhole(exchange)) return dead
    if (isMisplaced(exchange)) return ['downloaded', ...dead]
    return isMedia(received) ? ['downloaded'] : ['downloaded', 'failed', 'absent', ...dead]
  }
  if (isRefused(exchange)) return saysExpired(exchange) ? ['expired'] : ['forbidden', ...dead]
  if (status === 404 || status === 410) return ['absent', 'deleted', 'failed', 'not-found', ...dead]
  if (status === 416) return ['downloaded', 'invalid-request', 'failed', ...dead]
  return status === 429 ? ['rate-limited', ...dead] : ['failed', ...dead]
}

/** Where a segment is asked for that there may not be. */
const otherSegment = ['absent', 'not-found', 'invalid-request', 'processing', 'deleted', 'failed', ...dead]

const downloadKinds = (reading: Reading, ask: Answered): Set<string> => {
  const tellings = tellingsOf(reading, ask)
  const all = transfersOf(reading, ask).filter(({ sentEvent }) => sentEvent < ask.last)
  const transfers = all.filter((one) => !all.some(({ follows }) => follows === one))
  const last = transfers.at(-1)
  const { outcome: told, doubtful } = tellings.at(-1) ?? {}
  const wanted = ask.segment ?? 0
  const isThere =
    told?.kind === 'playable' && told.segments[wanted]?.url !== undefined && !doubtful?.includes(wanted)
  const extra = ask.segment === undefined || isThere ? [] : otherSegment
  const later = tellings.filter(({ exchange }) => !ask.alone || !last || exchange.sentEvent > last.sentEvent)
  const after = last ? [...afterTransfer(last), ...(isOfAnother(last, transfers) ? dead : [])] : []
  const isCertain = ask.alone && after.length === 1
  // What plays to its last byte leaves nothing to remember.
  const isDone = isCertain && after[0] === 'downloaded' && later.length === 0
  const kinds = union(
    ...(isCertain ? [] : transfers.map(afterTransfer)),
    after,
    isDone ? [] : toldKinds(reading, ask, later),
  )
  kinds.delete('playable')
  return union(kinds, extra)
}

/** Every outcome that a fair reader may come to, given all that the client had been told when it answered. */
export const fairKindsOf = (reading: Reading, ask: Answered): ReadonlySet<string> => {
  const odd = isOddId(reading, ask.id) ? ['invalid-request', 'not-found'] : []
  if (ask.op === 'download') return union(odd, downloadKinds(reading, ask))
  const probed = transfersOf(reading, ask).some((exchange) => afterTransfer(exchange)[0] !== 'downloaded')
  return union(
    odd,
    toldKinds(reading, ask, tellingsOf(reading, ask)),
    probed ? ['absent', 'failed', ...dead] : [],
  )
}
