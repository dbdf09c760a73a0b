import type { JournalEntry } from '../journal.ts'
import type { Instant } from '../world/instant.ts'
import { callOf } from '../world/lookup.ts'
import { populationRef } from '../world/population.ts'
import type { Call } from '../world/recording.ts'
import type { World } from '../world/world.ts'
import { type Span, spansOf } from './recording-state.ts'

/** One recorded stretch of a call over all time. */
export interface Track {
  readonly segment: string
  readonly spans: readonly Span[]
}

/** One call over all time. */
export interface Lane {
  readonly call: string
  readonly account: string
  readonly tracks: readonly Track[]
  /** When its replies arrive. */
  readonly replies: readonly Instant[]
}

/** A link that was handed out. It lives in `[from, until)`, or until it dies early. */
export type Bar = JournalEntry['grants'][number]

/** The most calls drawn of those that a world lists, of those that were asked for lately, and of a population. */
const most = { listed: 60, asked: 20, population: 10 } as const

/** The most links drawn: the latest. */
const mostBars = 200

/** The first calls of a world, and any other that somebody has asked for: what a picture has room for. */
export const callsToDraw = (world: World, journal: readonly JournalEntry[]): readonly Call[] => {
  const asked = [...new Set(journal.toReversed().map(({ call }) => call))].slice(0, most.asked)
  const calls = [
    ...world.calls.slice(0, most.listed),
    ...Array.from({ length: Math.min(world.population?.count ?? 0, most.population) }, (_, index) =>
      callOf(world, populationRef(index)),
    ),
    ...asked.map((ref) => (ref === undefined ? undefined : callOf(world, ref))),
  ]
  return [...new Map(calls.flatMap((call) => (call ? [[call.ref, call] as const] : []))).values()]
}

/** Calls over all time. */
export const lanesOf = (calls: readonly Call[]): readonly Lane[] =>
  calls.map((call) => ({
    call: call.ref,
    account: call.account,
    tracks: call.segments.map((segment) => ({ segment: segment.id, spans: spansOf(call, segment) })),
    replies: call.replies.map(({ at }) => at).toSorted((a, b) => a - b),
  }))

/** The links that a journal tells of, each once, oldest first. */
export const barsOf = (journal: readonly JournalEntry[]): readonly Bar[] => {
  const bars = journal.flatMap(({ grants }) => grants)
  const byIdentity = new Map(
    bars.map((bar) => [`${bar.vendor} ${bar.call} ${bar.segment} ${bar.from} ${bar.until}`, bar]),
  )
  return [...byIdentity.values()].slice(-mostBars)
}
