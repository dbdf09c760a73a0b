import { draftOf, type JournalEntry } from './journal.ts'
import { sessionBoundaries } from './session-boundaries.ts'
import type { Origin, Setting } from './simulator.ts'
import { openSteadyAnswers } from './steady-answers.ts'
import type { Forgotten, SessionState, Store } from './stores/define.ts'
import type { Understanding } from './understanding.ts'
import type { Vendor } from './vendors/define.ts'
import { type Clock, readClock } from './world/clock.ts'
import { PlayheadError } from './world/error.ts'
import type { WireRequest, WireResponse } from './world/exchange.ts'
import type { Hasher } from './world/hash.ts'
import { type Instant, lastInstant } from './world/instant.ts'
import type { Place } from './world/place.ts'
import { isLater } from './world/soon.ts'
import type { Usage } from './world/usage.ts'
import type { World } from './world/world.ts'

/** A state before it is kept anywhere. */
export type NewState = Omit<SessionState, 'version'>

/** What a session is made of. */
export interface SessionOptions {
  readonly place: Place
  readonly vendors: readonly Vendor[]
  readonly store: Store
  /** Real time, in milliseconds: the only thing a session takes from outside. */
  readonly real: () => number
  /** The state it begins with, where the store has none of its name. */
  readonly first: (real: Instant) => NewState | Promise<NewState>
  readonly hasher?: Hasher | undefined
}

/** What a change of state may replace; `forget` says what begins anew with it. */
export type Change = Partial<NewState> & { readonly forget?: Forgotten }

/** A request that a credential bound in the store leads to its session. */
export interface Addressed {
  readonly credential: string
  /** The request as that world knows it. */
  readonly within: (world: World) => WireRequest
  /** Throws where the credential leads here no more: the session of one that is gone is not made anew for it. */
  readonly stands: () => Promise<void>
}

/** The one mutable cell: a world, a clock, usage and a journal, under one name. */
export interface Session {
  readonly place: Place
  readonly vendors: readonly Vendor[]
  /** Answers one request at the clock's now and writes it down. */
  answer(origin: Origin, request: WireRequest | Addressed): Promise<WireResponse>
  /**
   * Lets a request through by another understanding of it: counted in one step, answered, written down. It is understood
   * anew where the state changes meanwhile.
   */
  exchange(
    request: WireRequest | Addressed,
    understand: (setting: Setting, request: WireRequest) => Understanding,
  ): Promise<WireResponse>
  state(): Promise<SessionState>
  now(): Promise<Instant>
  /**
   * Changes the state by what it is: a pure function, called again where another change came first. Where it throws,
   * the session is as it was.
   */
  change(next: (state: SessionState, real: Instant) => Change): Promise<SessionState>
  journal(after?: number): Promise<readonly JournalEntry[]>
  /** Everything counted so far. */
  usage(): Promise<Usage>
  /** Tells of every exchange from now on, until the function given back is called. */
  watch(listener: (entry: JournalEntry) => void): () => void
  /** The world's boundaries, the ends of the links handed out, and the ends of the quota windows in use. */
  boundaries(): Promise<readonly Instant[]>
}

/** How often a change is tried against others that come first. */
const mostTries = 100

/** Opens the session of a place; nothing is read or kept before it is used. */
export const openSession = (options: SessionOptions): Session => {
  const { place, vendors, store, real, first, hasher } = options
  const { sandbox } = place
  const understand = openSteadyAnswers()
  let cached: SessionState | undefined

  const load = async (): Promise<SessionState> => {
    for (let attempt = 0; attempt < mostTries; attempt++) {
      cached = await store.state(sandbox)
      if (cached) return cached
      // Whoever else makes it at the same time makes the same: the loser reads the winner's.
      await store.change(sandbox, 0, await first(real()))
    }
    throw overrun()
  }

  // A clock that runs past the year 9999 stands there: no vendor could write what comes after.
  const read = (clock: Clock): Instant => Math.min(readClock(clock, real()), lastInstant)

  const exchange: Session['exchange'] = async (asked, understand) => {
    const addressed = 'credential' in asked ? asked : undefined
    for (let attempt = 0; attempt < mostTries; attempt++) {
      if (!cached) await addressed?.stands()
      const { version, world, clock } = cached ?? (await load())
      const request = 'credential' in asked ? asked.within(world) : asked
      const now = read(clock)
      const { touch, answer } = understand({ world, place, vendors, now, hasher }, request)
      const touching = store.touch(sandbox, version, touch, now, addressed?.credential)
      const touched = isLater(touching) ? await touching : touching
      if (touched.version !== version) {
        // Read anew where it was not told.
        cached = touched.state
        continue
      }
      const answering = answer(touched.usage)
      const { response, sighting } = isLater(answering) ? await answering : answering
      const appended = store.append(sandbox, draftOf(now, request, response, sighting))
      if (isLater(appended)) await appended
      return response
    }
    throw overrun()
  }

  const change = async (next: (state: SessionState, real: Instant) => Change): Promise<SessionState> => {
    for (let attempt = 0; attempt < mostTries; attempt++) {
      const { version, ...state } = await load()
      const { forget, ...changed } = next({ version, ...state }, real())
      if (await store.change(sandbox, version, { ...state, ...changed }, forget)) return load()
    }
    throw overrun()
  }

  const overrun = (): PlayheadError =>
    new PlayheadError({
      code: 'session-contended',
      act: `Cannot get a word in with the sandbox ${JSON.stringify(sandbox)}: it changed ${mostTries} times meanwhile`,
      cure: 'Try again, or give each user a sandbox of their own.',
    })

  const boundaries = async (): Promise<readonly Instant[]> => {
    const { world } = await load()
    const [journal, usage] = await Promise.all([store.journal(sandbox), store.usage(sandbox)])
    return sessionBoundaries({ world, vendors, journal, usage })
  }

  return {
    place,
    vendors,
    exchange,
    answer: (origin, asked) => exchange(asked, (setting, request) => understand(setting, origin, request)),
    state: load,
    now: async () => read((await load()).clock),
    change,
    journal: (after) => store.journal(sandbox, after),
    usage: () => store.usage(sandbox),
    watch: (listener) => store.watch(sandbox, listener),
    boundaries,
  }
}
