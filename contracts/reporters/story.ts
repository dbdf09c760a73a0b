import { formatElapsed } from '../../mocks/world/duration.ts'
import type { History } from '../history.ts'
import { eventWords, exchangeWords, isWaitedOut, outcomeWords, questionWords } from './event-words.ts'
import { openUrlNames } from './url-names.ts'

/** One line of a story: when, who, what. */
export type StoryLine = readonly [time: string, who: string, what: string]

interface Sentence {
  readonly last: number
  /** The one request it took, by its place in the history. */
  readonly sent: number | undefined
}

/** A question, at most one request, and its answer, one right after the other: what one line of a report can hold. */
const sentenceFrom = (history: History, index: number): Sentence | undefined => {
  const { events } = history
  const first = events[index]
  if (first?.kind !== 'asked') return undefined
  let sent: number | undefined
  for (let at = index + 1; at < events.length; at++) {
    const event = events[at]
    if (!event || event.at !== first.at) return undefined
    if (event.kind === 'answered') return event.ask === first.ask ? { last: at, sent } : undefined
    if (event.kind === 'slept' && !isWaitedOut(event, history)) continue
    if (event.kind === 'sent' && sent === undefined) sent = at
    else if (event.kind !== 'received' && event.kind !== 'settled') return undefined
  }
  return undefined
}

/**
 * Tells a history in lines a person can follow, times counted from its start. What was asked, fetched and answered at one
 * instant stands on one line; URLs are named `url#1` and so on.
 * @param mark the event to point at; nothing is told after its line
 */
export const storyOf = (history: History, mark: number): readonly StoryLine[] => {
  const { events, start } = history
  const urls = openUrlNames()
  const lines: StoryLine[] = []
  const pointed = (text: string): string => `${text}   ← here`
  for (let index = 0; index < events.length && index <= mark; ) {
    const event = events[index]
    if (!event) break
    const time = formatElapsed(event.at - start)
    const sentence = sentenceFrom(history, index)
    const last = sentence?.last ?? index
    const end = events[last]
    const sent = sentence?.sent === undefined ? undefined : events[sentence.sent]
    let told = eventWords(event, index, history, urls)
    if (sentence && event.kind === 'asked' && end?.kind === 'answered') {
      const middle =
        sent?.kind === 'sent' ? exchangeWords(sent, sentence.sent ?? index, history, urls) : '(no request)'
      told = ['client', `${questionWords(event)}   ${middle}   → ${outcomeWords(end, urls)}`]
    }
    const here = index <= mark && mark <= last
    if (told) lines.push([time, told[0], here ? pointed(told[1]) : told[1]])
    else if (here) {
      // An event without a line of its own is pointed at on the line before it.
      const before = lines.pop()
      if (before) lines.push([before[0], before[1], pointed(before[2])])
    }
    index = last + 1
  }
  return lines
}
