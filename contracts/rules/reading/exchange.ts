import type { Vendor } from '../../../mocks/vendors/define.ts'
import { jsonOf } from '../../../mocks/vendors/reading.ts'
import { pathOnly, routeOf } from '../../../mocks/vendors/route.ts'
import type { Instant } from '../../../mocks/world/instant.ts'
import type { EventOf, History } from '../../history.ts'
import { clientClock } from './client-clock.ts'

/** One request of the client and what came of it. */
export interface Exchange {
  readonly sent: EventOf<'sent'>
  readonly received: EventOf<'received'> | undefined
  readonly settled: EventOf<'settled'> | undefined
  /** Indices of these three events; the history's length where there is none. */
  readonly sentEvent: number
  readonly receivedEvent: number
  readonly settledEvent: number
  /** The client's clock at sending, at sending what a redirect began with, and when the last byte was in. */
  readonly sentNow: Instant
  readonly askedNow: Instant
  readonly settledNow: Instant | undefined
  /** As the client wrote it, its origin named by role. */
  readonly url: string
  /** What it asked the vendor for, where its path is one of the vendor's. */
  readonly asks: 'recording' | 'replies' | undefined
  readonly id: string | undefined
  /** The body of its answer as JSON; `undefined` where it is none. */
  readonly json: unknown
  /** Whose key it carried. */
  readonly account: string | undefined
  /** The redirect it followed. */
  readonly follows: Exchange | undefined
}

const accountIn = (headers: Readonly<Record<string, string>>): string | undefined =>
  Object.values(headers)
    .map((value) => /\{key:([^}]+)\}/.exec(value)?.[1])
    .find((account) => account !== undefined)

const decodedId = (raw: string): string | undefined => {
  try {
    return decodeURIComponent(raw)
  } catch {
    return undefined
  }
}

/** Where a redirect leads, with the origin named by role; `undefined` where the answer is none. */
export const redirectTarget = ({ sent, received }: Exchange): string | undefined => {
  const location = received && received.status >= 300 && received.status < 400 && received.headers.location
  if (!location) return undefined
  if (location.startsWith('/')) return `{${sent.role}}${location}`
  return location.startsWith('{') ? location : `{elsewhere}${location}`
}

/** What a chain of redirects began with: the request itself where it followed none. */
export const firstOf = (exchange: Exchange): Exchange => {
  let first = exchange
  while (first.follows) first = first.follows
  return first
}

/** The exchanges of a history, in the order they were sent. */
export const exchangesOf = (history: History, vendor: Vendor): readonly Exchange[] => {
  const { events } = history
  const clock = clientClock(history)
  const received = new Map<string, number>()
  const settled = new Map<string, number>()
  const ended = new Map<string, number>()
  for (const [index, event] of events.entries()) {
    if (event.kind === 'answered') ended.set(event.ask, index)
    if (event.kind === 'received') received.set(event.request, index)
    if (event.kind === 'settled') settled.set(event.request, index)
  }
  /** Whether it was answered when all that wanted it had ended: whatever follows from it is of no ask any more. */
  const isLeftBehind = ({ sent, receivedEvent }: Exchange): boolean =>
    sent.during.every((ask) => (ended.get(ask) ?? events.length) < receivedEvent)
  const exchanges: Exchange[] = []
  const followed = new Set<Exchange>()
  for (const [sentEvent, sent] of events.entries()) {
    if (sent.kind !== 'sent') continue
    const receivedEvent = received.get(sent.request) ?? events.length
    const settledEvent = settled.get(sent.request) ?? events.length
    const [head, end] = [events[receivedEvent], events[settledEvent]]
    const url = `{${sent.role}}${sent.path}`
    const route = sent.role === 'api' ? routeOf([vendor], pathOnly(sent.path)) : undefined
    const account = accountIn(sent.headers)
    const follows = exchanges.findLast(
      (before) =>
        before.receivedEvent < sentEvent &&
        !followed.has(before) &&
        redirectTarget(before) === url &&
        // A redirect may lose its key on the way, and never takes up another's.
        (account === undefined || before.account === undefined || account === before.account) &&
        (before.sent.during.some((ask) => sent.during.includes(ask)) || isLeftBehind(before)),
    )
    if (follows) followed.add(follows)
    exchanges.push({
      sent,
      received: head?.kind === 'received' ? head : undefined,
      settled: end?.kind === 'settled' ? end : undefined,
      sentEvent,
      receivedEvent,
      settledEvent,
      sentNow: clock[sentEvent] ?? sent.at,
      askedNow: follows?.askedNow ?? clock[sentEvent] ?? sent.at,
      settledNow: clock[settledEvent],
      url,
      asks: route?.operation.asks,
      id: route && decodedId(route.rawId),
      json: head?.kind === 'received' && head.body ? jsonOf(head.body) : undefined,
      account,
      follows,
    })
  }
  return exchanges
}

/** Whether the body reached the client to its last byte. */
export const isWhole = ({ settled }: Exchange): boolean => settled?.how === 'complete'

/** Whether it got lost on the way: no answer, or not all of one. */
export const isBroken = ({ received, settled }: Exchange): boolean =>
  !received || (settled !== undefined && settled.how !== 'complete' && settled.how !== 'aborted')
