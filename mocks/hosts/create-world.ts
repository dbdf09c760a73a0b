import { type ClockState, moveSession } from '../clock-verbs.ts'
import { readyOf } from '../control/ready.ts'
import type { JournalEntry } from '../journal.ts'
import { type Backend, createBackend } from '../sandboxes.ts'
import type { Session } from '../session.ts'
import type { Vendor } from '../vendors/define.ts'
import { PlayheadError, shown } from '../world/error.ts'
import { type Instant, parseInstant } from '../world/instant.ts'
import type { RecordingStatus } from '../world/recording-status.ts'
import { answerIntercepted, interceptedOrigins, realOrigins } from './fetch.ts'
import { readStart } from './written-start.ts'

/** A value, or how it changes: at instants, or at distances from the start such as `+10m`. */
export type Over<T> =
  | T
  | { readonly initially: T; readonly changes: readonly { readonly at: string | Instant; readonly to: T }[] }

/** A call as a test thinks of it. Whatever else docs/world.md says of calls may be given too. */
export interface CallSketch {
  /** The status of its one recording; left out, with no `segments` either, there is none. */
  readonly status?: Over<RecordingStatus | null>
  readonly segments?: readonly unknown[]
  readonly [field: string]: unknown
}

/** How a world begins. */
export interface CreateWorldOptions {
  /** A named world, such as `flaky`. @default the one that holds every ref */
  readonly scenario?: string
  /** Calls of your own in place of a scenario, by the name you want to call them. */
  readonly calls?: Readonly<Record<string, CallSketch>>
  /** What else docs/world.md says of a world: `disturbances`, `lifetimes`, `quotas` and so on; goes with `calls`. */
  readonly world?: Readonly<Record<string, unknown>>
  /** The first instant: ISO 8601, or milliseconds since the epoch. @default real time, to the second */
  readonly at?: string | Instant
  /** Whether the clock runs on by itself. @default false: it stands still until it is moved */
  readonly running?: boolean
  readonly seed?: number
  /** @default every vendor Playhead speaks */
  readonly vendors?: readonly Vendor[]
}

/** How to reach one vendor of a world. */
export interface WorldVendor {
  /** Where it really answers. */
  readonly baseUrl: string
  /** What to send to be let in. */
  readonly headers: Readonly<Record<string, string>>
  /** The vendor's id of each call, by the world's name for it. */
  readonly refs: Readonly<Record<string, string>>
}

/** The clock of a world. Durations are `15m`, `90s` or milliseconds. */
export interface WorldClock {
  /** Milliseconds since the epoch: what to set your own clock to, as in `vi.setSystemTime(await clock.now())`. */
  now(): Promise<Instant>
  advance(by: string | number): Promise<ClockState>
  /** Without a duration, to the previous instant at which some answer changed. */
  rewind(by?: string | number): Promise<ClockState>
  set(at: string | Instant): Promise<ClockState>
  /** To the next instant at which some answer changes, such as the end of a link. */
  next(): Promise<ClockState>
}

/** A world in this process, for one test. */
export interface TestWorld {
  readonly clock: WorldClock
  /** By id. */
  readonly vendors: Readonly<Record<string, WorldVendor>>
  /** Answers as the vendors and their storage would; anything else is refused. */
  readonly fetch: typeof globalThis.fetch
  /** For hosts: `setupServer(...handlers(world.backend))` with `playhead/msw`. */
  readonly backend: Backend
  readonly session: Session
  /** What was asked so far, and what was answered. */
  journal(): Promise<readonly JournalEntry[]>
}

const callFrom = ([ref, { status, ...rest }]: readonly [string, CallSketch]): unknown => ({
  ref,
  ...(status === undefined ? {} : { segments: [{ id: `${ref}-1`, status }] }),
  ...rest,
})

const clockOf = (session: Session): WorldClock => ({
  now: () => session.now(),
  advance: (by) => moveSession(session, 'advance', by),
  rewind: (by) => moveSession(session, 'rewind', by),
  set: (at) => moveSession(session, 'set', at),
  next: () => moveSession(session, 'next'),
})

const refused = (url: string, origins: readonly string[]): PlayheadError =>
  new PlayheadError({
    code: 'not-intercepted',
    act: `Cannot fetch ${shown(url)}: nobody in this world answers there`,
    cure: `Ask one of ${origins.join(', ')}.`,
  })

/**
 * Makes a world in this process: vendors and storage answer under their real origins through its `fetch` or a host, and
 * its clock is yours.
 * @throws PlayheadError `unknown-scenario`, `bad-world`, `bad-instant`, `bad-duration`
 * @example
 * const { clock, fetch, vendors } = await createWorld({ calls: { intro: { status: 'completed' } } })
 * await clock.advance('15m') // the link that was handed out is dead
 */
export const createWorld = async (options: CreateWorldOptions = {}): Promise<TestWorld> => {
  const { scenario, calls, world, running = false, seed, vendors } = options
  // Links are signed to the second: from the middle of one a lifetime would be told a second short.
  const at = parseInstant(String(options.at ?? Math.floor(Date.now() / 1000) * 1000))
  const written = {
    ...(seed === undefined ? {} : { seed }),
    ...world,
    ...(calls ? { calls: Object.entries(calls).map(callFrom) } : {}),
  }
  const own = calls || world ? written : undefined
  const start = await readStart({ scenario, seed, at, freeze: !running, world: own }, at)
  const backend = createBackend({
    origins: realOrigins,
    ...(vendors ? { vendors } : {}),
    start,
  })
  const session = backend.session()
  const ready = await readyOf(session)
  return {
    clock: clockOf(session),
    vendors: Object.fromEntries(
      backend.vendors.map(({ id, origin }): [string, WorldVendor] => {
        const { headers = {}, refs = {} } = ready.vendors[id] ?? {}
        return [id, { baseUrl: origin, headers, refs }]
      }),
    ),
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const response = await answerIntercepted(backend, request)
      if (!response) throw refused(request.url, interceptedOrigins(backend))
      // What a real fetch says where no response came of it.
      if (response.type === 'error') throw new TypeError('fetch failed')
      return response
    },
    backend,
    session,
    journal: () => session.journal(),
  }
}
