import type { History } from '../history.ts'
import { type Answered, answeredOf } from './reading/answered.ts'
import { type Exchange, isBroken, isWhole } from './reading/exchange.ts'
import { isOfAnother, sendsBytes, tagOf } from './reading/media.ts'
import { transfersOf } from './reading/of-ask.ts'
import { type Reading, readHistory } from './reading/reading.ts'

/** Whether a request asks for the rest of something, and not for its first byte. */
export const goesOn = (headers: Readonly<Record<string, string>>): boolean =>
  /^bytes=0*[1-9]/.test(headers.range ?? '')

/** Whether a URL may be taken for dead when an ask is answered, by what was told of it. */
const mayHaveDied = ({ links, clock }: Reading, { url }: Exchange, { answer }: Answered): boolean =>
  links.some((link) => link.url === url && link.dies && link.dies.earliest <= (clock[answer.event] ?? 0))

/** Why a download could not go on from where it had come to. */
export type NoWayOn = 'storage had nothing from where it went on' | 'storage went on with another object'

/** What an answer by storage says to who asked it for the rest of something; nothing where that may be gone on with. */
const noWayOn = (first: Exchange, last: Exchange, ask: Answered): NoWayOn | undefined => {
  if (last.received?.status === 416)
    return isWhole(last) && last.settledEvent < ask.last
      ? 'storage had nothing from where it went on'
      : undefined
  // Where one of them has no tag, nobody can tell.
  const isTold = tagOf(first) !== undefined && tagOf(last) !== undefined
  return isTold && isOfAnother(last, [first]) && last.receivedEvent < ask.last
    ? 'storage went on with another object'
    : undefined
}

/**
 * Why there was no way on, where that is all that an ask was told since its body broke off, and the whole could still be
 * asked for. Who has gone on may be expected to begin anew as well, while a client that never tries twice is right.
 */
const whereItEnds = (reading: Reading, ask: Answered): NoWayOn | undefined => {
  const [first, ...later] = transfersOf(reading, ask)
  const last = later.at(-1)
  const mayBeginAnew =
    ask.alone &&
    first &&
    last &&
    sendsBytes(first) &&
    isBroken(first) &&
    later.every((one) => goesOn(one.sent.headers) && noWayOn(first, one, ask)) &&
    !reading.exchanges.some(({ sentEvent }) => sentEvent > last.sentEvent && sentEvent < ask.last) &&
    !mayHaveDied(reading, last, ask)
  return mayBeginAnew ? noWayOn(first, last, ask) : undefined
}

/** A download that was answered when it could not go on, and why. */
export interface Stuck {
  readonly ask: Answered
  readonly why: NoWayOn
}

/** The downloads that were answered when they could not go on, and the whole could still be asked for. */
export const stuckIn = (history: History): readonly Stuck[] => {
  const reading = readHistory(history)
  return answeredOf(reading, 'download').flatMap((ask) => {
    const why = whereItEnds(reading, ask)
    return why ? [{ ask, why }] : []
  })
}
