import type { Draft, JournalEntry } from '../journal.ts'
import type { Clock } from '../world/clock.ts'
import type { Instant } from '../world/instant.ts'
import type { Soon } from '../world/soon.ts'
import type { Touch, Usage } from '../world/usage.ts'
import type { World } from '../world/world.ts'
import type { Bounds } from './bounds.ts'

/** What a session is at one version: everything that control calls change. */
export interface SessionState {
  /** Grows with every change. */
  readonly version: number
  readonly world: World
  readonly clock: Clock
  /** The name of the scenario the world came from, or `custom`. */
  readonly scenario: string
}

/** What a request's one step gives back. */
export interface Touched {
  /**
   * The version that holds now, 0 where there is no such sandbox or the credential does not lead there; where it is not
   * the one expected, nothing was counted.
   */
  readonly version: number
  /** What had been counted before, at least for the keys touched and as much as their windows need. */
  readonly usage: Usage
  /** The state that holds now, from a store that tells it in the same step where it is not the one expected. */
  readonly state?: SessionState | undefined
}

/** What begins anew together with a change of state; everything else is kept. */
export interface Forgotten {
  readonly journal?: boolean
  readonly usage?: boolean
  /** Disturbances whose arrivals are counted from 0 again. */
  readonly arrivals?: readonly string[]
}

/**
 * Where sessions are kept. Asynchronous by interface, so that one session can be shared by many processes; each
 * request costs one step. What each request needs may be there at once.
 */
export interface Store {
  /** How much it keeps. */
  readonly bounds: Required<Bounds>
  /** The state of a sandbox; `undefined` where there is none of this name. */
  state(sandbox: string): Promise<SessionState | undefined>
  /** Replaces a state if it is still at the version expected (0: if there is none), and tells whether it did. */
  change(
    sandbox: string,
    expected: number,
    next: Omit<SessionState, 'version'>,
    forget?: Forgotten,
  ): Promise<boolean>
  /**
   * Counts one request, if the version is the one expected and the credential that led there, if any did, still stands
   * for the sandbox: one atomic step.
   */
  touch(sandbox: string, expected: number, touch: Touch, now: Instant, credential?: string): Soon<Touched>
  /** Everything counted in a sandbox. */
  usage(sandbox: string): Promise<Usage>
  /**
   * Numbers an entry and writes it down, or hands it over to where that is done in the order of handing over: once the
   * promise is kept, the end of this process does not lose it. One of a sandbox that is gone is dropped.
   */
  append(sandbox: string, draft: Draft): Soon<void>
  /** The entries after a sequence number, oldest first; the oldest may have been dropped for want of room. */
  journal(sandbox: string, after?: number): Promise<readonly JournalEntry[]>
  /** Tells of every entry appended from now on, until the function given back is called. */
  watch(sandbox: string, listener: (entry: JournalEntry) => void): () => void
  /** Lets a credential or a short code's ending stand for a sandbox. */
  bind(credential: string, sandbox: string): Promise<void>
  boundTo(credential: string): Promise<string | undefined>
  /** The names of the sandboxes there are, in order. */
  sandboxes(): Promise<readonly string[]>
  /** Forgets a sandbox with its journal and credentials; those who watch it go on watching the name. */
  remove(sandbox: string): Promise<void>
  /** Lets go of what the store holds open; what it keeps stays kept. */
  close(): Promise<void>
}
