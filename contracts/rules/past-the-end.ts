import type { History } from '../history.ts'
import { type Answered, answeredOf } from './reading/answered.ts'
import { type Exchange, isBroken, isWhole } from './reading/exchange.ts'
import { sendsBytes } from './reading/media.ts'
import { transfersOf } from './reading/of-ask.ts'
import { type Reading, readHistory } from './reading/reading.ts'

/**
 * One connection that broke off, and the one that went on: who has gone on once may be expected to begin anew as well, while
 * a client that never tries twice is right, and so is one that has tried often enough.
 */
const transfersJudged = 2

/** Whether a request asks for the rest of something, and not for its first byte. */
export const goesOn = (headers: Readonly<Record<string, string>>): boolean =>
  /^bytes=0*[1-9]/.test(headers.range ?? '')

/** Whether a URL may be taken for dead when an ask is answered, by what was told of it. */
const mayHaveDied = ({ links, clock }: Reading, { url }: Exchange, { answer }: Answered): boolean =>
  links.some((link) => link.url === url && link.dies && link.dies.earliest <= (clock[answer.event] ?? 0))

/** Whether the last that an ask was told is that storage has nothing from the byte on that it asked for. */
const endsThere = (reading: Reading, ask: Answered): boolean => {
  const transfers = transfersOf(reading, ask)
  const last = transfers.at(-1)
  return (
    ask.alone &&
    last?.received?.status === 416 &&
    goesOn(last.sent.headers) &&
    isWhole(last) &&
    last.settledEvent < ask.last &&
    transfers.length === transfersJudged &&
    transfers.every((one) => one === last || (sendsBytes(one) && isBroken(one))) &&
    !reading.exchanges.some(({ sentEvent }) => sentEvent > last.sentEvent && sentEvent < ask.last) &&
    !mayHaveDied(reading, last, ask)
  )
}

/** The downloads that were answered when storage had nothing from some byte on, and the whole could still be asked for. */
export const pastTheEndOf = (history: History): readonly Answered[] => {
  const reading = readHistory(history)
  return answeredOf(reading, 'download').filter((ask) => endsThere(reading, ask))
}
