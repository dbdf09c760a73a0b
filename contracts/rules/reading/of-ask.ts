import type { Ask } from './ask.ts'
import { type Exchange, firstOf } from './exchange.ts'
import type { Link } from './link.ts'
import type { Reading } from './reading.ts'
import type { Telling } from './telling.ts'

const within = (ask: Ask, exchange: Exchange): boolean =>
  exchange.sentEvent < ask.last && exchange.settledEvent > ask.first

const isFor = (ask: Ask, { id, account }: Exchange): boolean =>
  id === ask.id && (account === undefined || account === ask.account)

/**
 * What the client asked the API while an ask was open, for its id and with its key or none; a request already on its way
 * counts too, since asks may share one. What follows a redirect counts as what it follows.
 */
export const questionsOf = ({ exchanges }: Reading, ask: Ask): readonly Exchange[] =>
  exchanges.filter((exchange) => within(ask, exchange) && isFor(ask, firstOf(exchange)))

const outage = ['unavailable', 'unknown']

/** What a telling was to one ask: nothing where the answer came too late for it, less where its body did. */
const asSeenBy = (ask: Ask, telling: Telling): Telling => {
  const { receivedEvent, settledEvent } = telling.exchange
  if (receivedEvent > ask.last)
    return { ...telling, outcome: { kind: 'unavailable' }, fair: new Set(outage), broken: true }
  return settledEvent > ask.last ? { ...telling, fair: new Set([...telling.fair, ...outage]) } : telling
}

const known = new WeakMap<Ask, readonly Telling[]>()

/** What these told, in the order they were asked; of a redirect, what its end told. Found once, however many rules ask. */
export const tellingsOf = (reading: Reading, ask: Ask): readonly Telling[] => {
  const told = known.get(ask) ?? toldFor(reading, ask)
  known.set(ask, told)
  return told
}

const toldFor = (reading: Reading, ask: Ask): readonly Telling[] => {
  const questions = questionsOf(reading, ask)
  return questions
    .filter((exchange) => !questions.some(({ follows }) => follows === exchange))
    .flatMap((exchange) => reading.tellings.get(exchange) ?? [])
    .map((telling) => asSeenBy(ask, telling))
}

/** The answer an ask's outcome has to follow: the last one, where it is certain which that is. */
export const decisive = (reading: Reading, ask: Ask): Telling | undefined =>
  ask.alone ? tellingsOf(reading, ask).at(-1) : undefined

/**
 * The requests to recordings' URLs sent while an ask was open, for a URL told for its id; and what followed from them. One
 * that was sent anew may look as if it followed a redirect of an earlier ask's, to the same URL.
 */
export const transfersOf = ({ exchanges, links }: Reading, ask: Ask): readonly Exchange[] => {
  const mine = new Set(links.filter(({ exchange }) => isFor(ask, exchange)).map(({ url }) => url))
  return exchanges.filter((exchange) => {
    const first = firstOf(exchange)
    return [first, exchange].some(({ sent }) => sent.during.includes(ask.ask)) && mine.has(first.url)
  })
}

/** The tellings of one URL that the client had by an event. */
export const toldBefore = ({ links }: Reading, url: string, event: number): readonly Link[] =>
  links.filter((link) => link.url === url && link.exchange.receivedEvent < event)
