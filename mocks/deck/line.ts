import type { Bodies } from '../../generated/playhead/types.ts'

/** What the deck is told, in the words of Playhead's own document. */
export type TimelineTold = Bodies['getTimeline'][200]
export type AnswersTold = Bodies['getAnswers'][200]
/** A link that was handed out. */
export type LinkTold = TimelineTold['links'][number]
export type EntryTold = Bodies['getJournal'][200]['entries'][number]
export type ScenariosTold = Bodies['getScenarios'][200]
export type ReadyTold = Bodies['getVendors'][200]
export type ClockTold = Bodies['getClock'][200]

/** A refusal of the control API, in its own words. */
export interface Refused {
  readonly code: string
  readonly act: string
  readonly cure: string
}

/** How a deck reaches its session: over HTTP, or within the page. */
export interface Line {
  /**
   * Asks the control API.
   * @param path below `/__playhead/`
   * @throws PlayheadError what it refuses, or `deck-cut-off` where nobody answers
   */
  ask<Told>(method: string, path: string, json?: unknown): Promise<Told>
  /** Tells of every exchange after a number, those so far first, until the function given back is called. */
  listen(
    after: number,
    heard: (entry: EntryTold) => void,
    connected: (isConnected: boolean) => void,
  ): () => void
  /** Reaches vendors and storage as an app would. */
  readonly fetch: typeof globalThis.fetch
}
