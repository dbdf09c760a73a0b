import type { Event, EventOf, History, Role } from '../../history.ts'
import {
  answerWords,
  eventWords,
  isWaitedOut,
  outcomeWords,
  questionWords,
  requestWords,
} from '../event-words.ts'
import { openUrlNames, type UrlNames } from '../url-names.ts'

/** Who a row of a timeline is about. */
export type Lane = 'client' | Role

/** One row of a timeline: something that happens on a lane, or goes from one to another. */
export interface TimelineRow {
  readonly at: number
  readonly kind: 'note' | 'asked' | 'answered' | 'sent' | 'received' | 'broken' | 'aside'
  /** The lane beside the client's that it goes to or comes from. */
  readonly lane: Lane
  readonly text: string
  /** Whether the rule is broken here. */
  readonly here: boolean
}

/** A link's life on a timeline, in rows; `to` is left out where it still lives at the end. */
export interface LinkLife {
  readonly name: string
  readonly from: number
  readonly to?: number
}

/** A history as it is drawn. */
export interface Timeline {
  readonly rows: readonly TimelineRow[]
  readonly links: readonly LinkLife[]
}

type Drawn = Omit<TimelineRow, 'at' | 'here'>

const roleOf = (request: string, { events }: History): Role => {
  const sent = events.find(
    (event): event is EventOf<'sent'> => event.kind === 'sent' && event.request === request,
  )
  return sent?.role ?? 'api'
}

const drawn = (event: Event, index: number, history: History, urls: UrlNames): Drawn | undefined => {
  switch (event.kind) {
    case 'asked':
      return { kind: 'asked', lane: 'client', text: questionWords(event) }
    case 'answered':
      return { kind: 'answered', lane: 'client', text: outcomeWords(event, urls) }
    case 'hung':
      return { kind: 'broken', lane: 'client', text: 'never answers' }
    case 'sent':
      return { kind: 'sent', lane: event.role, text: requestWords(event, history, urls) }
    case 'received':
      return {
        kind: 'received',
        lane: roleOf(event.request, history),
        text: answerWords(event, history, urls),
      }
    case 'settled':
      return event.how === 'complete'
        ? undefined
        : { kind: 'broken', lane: roleOf(event.request, history), text: event.how }
    case 'slept':
      if (!isWaitedOut(event, history)) return undefined
      break
    case 'world':
    case 'disturbed':
    case 'skewed':
      return { kind: 'note', lane: 'client', text: eventWords(event, index, history, urls)?.[1] ?? '' }
  }
  const told = eventWords(event, index, history, urls)
  return told && { kind: 'aside', lane: 'client', text: told[1].trim() }
}

/** Lays a history out in rows, up to where its rule is broken. @param mark the event where that is */
export const timelineOf = (history: History, mark: number): Timeline => {
  const urls = openUrlNames()
  const rows: TimelineRow[] = []
  const born = new Map<
    string,
    { readonly name: string; readonly from: number; readonly end: number | undefined }
  >()
  for (const [index, event] of history.events.entries()) {
    if (index > mark) break
    const row = drawn(event, index, history, urls)
    if (event.kind === 'received')
      for (const url of urls.linksIn(event.body ?? ''))
        if (!born.has(url)) born.set(url, { name: urls.nameOf(url), from: rows.length, end: urls.endOf(url) })
    if (row) rows.push({ ...row, at: event.at, here: index === mark })
    else if (index === mark) {
      // What has no row of its own is pointed at on the row before it.
      const last = rows.pop()
      if (last) rows.push({ ...last, here: true })
    }
  }
  const links = [...born.values()].map(({ name, from, end }): LinkLife => {
    const to = end === undefined ? -1 : rows.findIndex(({ at }, index) => index >= from && at >= end)
    return to === -1 ? { name, from } : { name, from, to }
  })
  return { rows, links }
}
