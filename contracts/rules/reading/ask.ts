import type { Outcome, RepliesOutcome } from '../../../mocks/world/outcome.ts'
import type { DownloadOutcome } from '../../client.ts'
import type { EventOf, History, Op } from '../../history.ts'

/** What the client gave back for one ask. */
export interface Answer {
  /** Index of the event. */
  readonly event: number
  readonly at: number
  readonly outcome: Outcome | DownloadOutcome | RepliesOutcome | undefined
  readonly error: { readonly name: string; readonly message: string } | undefined
}

/** One question to the client, from being asked to its end. */
export interface Ask {
  readonly ask: string
  readonly op: Op
  readonly call: string
  readonly id: string
  readonly account: string
  readonly segment: number | undefined
  readonly from: number | undefined
  readonly at: number
  /** Indices of its first event and of the one that ended it; the history's length where none did. */
  readonly first: number
  readonly last: number
  readonly answer: Answer | undefined
  /** Index of the event that says it never answered. */
  readonly hung: number | undefined
  readonly cancelled: number | undefined
  /** No other ask for the same id was open at the same time, so what was sent meanwhile for this id was sent for it. */
  readonly alone: boolean
}

type Ending = EventOf<'answered' | 'hung' | 'cancelled'>

/** The asks of a history, in order. */
export const asksOf = ({ events }: History): readonly Ask[] => {
  const endings = new Map<string, { readonly event: Ending; readonly index: number }[]>()
  for (const [index, event] of events.entries()) {
    if (event.kind !== 'answered' && event.kind !== 'hung' && event.kind !== 'cancelled') continue
    const known = endings.get(event.ask)
    if (known) known.push({ event, index })
    else endings.set(event.ask, [{ event, index }])
  }
  const asks = events.flatMap((event, first): Omit<Ask, 'alone'>[] => {
    if (event.kind !== 'asked') return []
    const mine = endings.get(event.ask) ?? []
    const indexOf = (kind: Ending['kind']) => mine.find((one) => one.event.kind === kind)?.index
    const hung = indexOf('hung')
    const ended = mine.find((one) => one.event.kind !== 'cancelled')
    const answer =
      ended?.event.kind === 'answered'
        ? { event: ended.index, at: ended.event.at, outcome: ended.event.outcome, error: ended.event.error }
        : undefined
    const { ask, op, call, id, account, segment, from, at } = event
    const last = ended?.index ?? events.length
    const cancelled = indexOf('cancelled')
    return [{ ask, op, call, id, account, segment, from, at, first, last, answer, hung, cancelled }]
  })
  return asks.map((ask) => ({
    ...ask,
    alone: !asks.some((other) => other.id === ask.id && overlap(ask, other)),
  }))
}

const overlap = (one: Omit<Ask, 'alone'>, other: Omit<Ask, 'alone'>): boolean =>
  one.ask !== other.ask && one.first < other.last && other.first < one.last
