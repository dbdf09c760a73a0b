import type { JournalEntry } from '../journal.ts'
import type { Clock } from '../world/clock.ts'
import type { Instant } from '../world/instant.ts'
import type { Touch, Usage } from '../world/usage.ts'
import type { World } from '../world/world.ts'

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
  /** The version that holds now; where it is not the one expected, nothing was counted. */
  readonly version: number
  /** What had been counted before, at least for the keys touched. */
  readonly usage: Usage
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
 * request costs one step.
 */
export interface Store {
  /** The state of a sandbox; `undefined` where there is none of this name. */
  state(sandbox: string): Promise<SessionState | undefined>
  /** Replaces a state if it is still at the version expected (0: if there is none), and tells whether it did. */
  change(
    sandbox: string,
    expected: number,
    next: Omit<SessionState, 'version'>,
    forget?: Forgotten,
  ): Promise<boolean>
  /** Counts one request, if the version is the one expected: one atomic step. */
  touch(sandbox: string, expected: number, touch: Touch, now: Instant): Promise<Touched>
  /** Everything counted in a sandbox. */
  usage(sandbox: string): Promise<Usage>
  /**
   * Numbers an entry and writes it down, or sends it on its way to where that is done in the order of sending. One of a
   * sandbox that is gone is dropped.
   */
  append(sandbox: string, entry: Omit<JournalEntry, 'seq'>): Promise<void>
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
