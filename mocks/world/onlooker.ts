import type { WireRequest, WireResponse } from './exchange.ts'

/** How a request can end, as a server sees it. */
export type Ending = 'complete' | 'reset' | 'truncated' | 'aborted' | 'unanswered'

/** Told by a host of whatever passes over its wire, as it passes. */
export interface Onlooker {
  /** A request has arrived. */
  arrived(origin: 'api' | 'storage', request: WireRequest): Passage
}

/** One request that is looked on. */
export interface Passage {
  /** The head of its response is about to be sent. */
  answered(response: WireResponse): void
  /** Nothing more comes of it. */
  settled(how: Ending): void
}
