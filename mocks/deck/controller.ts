import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { PlayheadError } from '../world/error.ts'
import type { Instant } from '../world/instant.ts'
import type { AnswersTold, ClockTold, EntryTold, Line, Refused, ScenariosTold, TimelineTold } from './line.ts'
import { openPageClock } from './page-clock.ts'
import { openScale, type Scale } from './scale.ts'
import type { HeardClock } from './session-clock.ts'

/** What the deck knows of its session, and what it can do to it: the same over HTTP and within a page. */
export interface Deck {
  readonly line: Line
  readonly timeline: ReadonlySignal<TimelineTold | undefined>
  readonly clock: ReadonlySignal<HeardClock | undefined>
  /** What the clock shows, for what is drawn anew in every frame. */
  readonly now: ReadonlySignal<Instant>
  /** The same, a few times a second: for what is costly to draw. */
  readonly moment: ReadonlySignal<Instant>
  readonly scale: ReadonlySignal<Scale>
  readonly answers: ReadonlySignal<AnswersTold | undefined>
  readonly entries: ReadonlySignal<readonly EntryTold[]>
  readonly scenarios: ReadonlySignal<ScenariosTold | undefined>
  /** The call that is looked at. */
  readonly call: ReadonlySignal<string>
  /** Whether the session is heard of. */
  readonly connected: ReadonlySignal<boolean>
  readonly notice: ReadonlySignal<Refused | undefined>
  /** Changes whenever storage or a vendor may answer differently. */
  readonly stretch: ReadonlySignal<string>
  /** Reads the page's clock: to be called in every frame. */
  tick(): void
  refresh(): Promise<void>
  /** Asks the control API to change something, and shows what it refuses. Tells whether it was done. */
  change(method: string, path: string, json?: unknown): Promise<boolean>
  move(verb: string, value?: string | number): Promise<boolean>
  /** Goes to an instant; while one is being gone to, only the last asked for counts. */
  seek(at: Instant): void
  look(call: string): void
  /** Says, or takes back, what went wrong. */
  tell(refused: Refused | undefined): void
  /** Begins to listen, until the function given back is called. */
  start(): () => void
}

const mostEntries = 400
/** How often the session is looked at, in milliseconds: others may change it. */
const beatMs = 1000
/** How long after an exchange it is looked at what it has changed. */
const soonMs = 100

/**
 * Opens the deck's model over a line.
 * @param real the page's own clock, in milliseconds: it only runs forwards
 */
export const openDeck = (line: Line, real: () => number = () => performance.now()): Deck => {
  const timeline = signal<TimelineTold | undefined>(undefined)
  const { clock, now, moment, tick, hear } = openPageClock(real)
  const answers = signal<AnswersTold | undefined>(undefined)
  const entries = signal<readonly EntryTold[]>([])
  const scenarios = signal<ScenariosTold | undefined>(undefined)
  const call = signal('')
  const connected = signal(true)
  const notice = signal<Refused | undefined>(undefined)
  let refreshing: Promise<void> | undefined
  let again = false
  let wanted: Instant | undefined
  let isSeeking = false
  let soon: ReturnType<typeof setTimeout> | undefined

  const failed = (error: unknown): false => {
    if (!(error instanceof PlayheadError)) throw error
    const { code, act, cure } = error
    if (code === 'deck-cut-off') connected.value = false
    else notice.value = { code, act, cure }
    return false
  }

  const look = (name: string): void => {
    call.value = name
    void refresh()
  }

  const lookAround = async (told: TimelineTold): Promise<void> => {
    const [first] = told.lanes
    if (!told.lanes.some((lane) => lane.call === call.value)) call.value = first?.call ?? ''
    if (scenarios.value?.current !== told.scenario) scenarios.value = await line.ask('GET', 'scenarios')
    answers.value =
      call.value === '' ? undefined : await line.ask('GET', `answers/${encodeURIComponent(call.value)}`)
  }

  const refreshOnce = async (): Promise<void> => {
    const newest = entries.value.at(-1)?.seq ?? 0
    try {
      const told = await line.ask<TimelineTold>('GET', 'timeline')
      timeline.value = told
      connected.value = true
      // While the user goes somewhere, what the clock showed on the way is old.
      if (!isSeeking) hear(told.clock)
      if (told.journal.entries === 0) entries.value = entries.value.filter(({ seq }) => seq > newest)
      await lookAround(told)
    } catch (error) {
      failed(error)
    }
  }

  const refresh = (): Promise<void> => {
    again = refreshing !== undefined
    refreshing ??= (async () => {
      do {
        again = false
        await refreshOnce()
      } while (again)
      refreshing = undefined
    })()
    return refreshing
  }

  const change = async (method: string, path: string, json?: unknown): Promise<boolean> => {
    try {
      await line.ask(method, path, json)
    } catch (error) {
      return failed(error)
    }
    notice.value = undefined
    await refresh()
    return true
  }

  const move = async (verb: string, value?: string | number): Promise<boolean> => {
    try {
      hear(await line.ask<ClockTold>('POST', 'clock', value === undefined ? { verb } : { verb, value }))
    } catch (error) {
      return failed(error)
    }
    notice.value = undefined
    await refresh()
    return true
  }

  const goOn = async (): Promise<void> => {
    isSeeking = true
    while (wanted !== undefined) {
      const at = wanted
      wanted = undefined
      await move('set', at)
    }
    isSeeking = false
    await refresh()
  }

  const seek = (at: Instant): void => {
    wanted = at
    if (clock.value) hear({ ...clock.value, now: at })
    if (!isSeeking) void goOn()
  }

  const hearOf = (entry: EntryTold): void => {
    entries.value = [...entries.value.filter(({ seq }) => seq !== entry.seq), entry].slice(-mostEntries)
    // Many come at once where an app is busy: one look tells of them all.
    soon ??= setTimeout(() => {
      soon = undefined
      void refresh()
    }, soonMs)
  }

  const start = (): (() => void) => {
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const beat = async (): Promise<void> => {
      const began = real()
      await refresh()
      // A session that takes long to tell is asked less often.
      if (!stop.signal.aborted) timer = setTimeout(beat, Math.max(beatMs, 5 * (real() - began)))
    }
    void beat().then(() => {
      if (stop.signal.aborted) return
      const after = Math.max(0, (timeline.value?.journal.last ?? 0) - mostEntries)
      const unheard = line.listen(after, hearOf, (isConnected) => {
        connected.value = isConnected
      })
      stop.signal.addEventListener('abort', unheard, { once: true })
    })
    return () => {
      clearTimeout(timer)
      clearTimeout(soon)
      stop.abort()
    }
  }

  return {
    line,
    timeline,
    clock,
    now,
    moment,
    answers,
    entries,
    scenarios,
    call,
    connected,
    notice,
    scale: computed(() => {
      const { marks = [], links = [], clock: told } = timeline.value ?? {}
      // By the told clock, not the running one: the line must not stretch while it is read.
      return openScale(
        [...marks, ...links.map(({ from }) => ({ at: from }))].map(({ at }) => at),
        told?.now ?? 0,
      )
    }),
    stretch: computed(() => {
      const { marks = [], scenario, disturbances, clock: told } = timeline.value ?? {}
      const passed = marks.filter(({ at }) => at <= (told?.now ?? 0)).length
      return JSON.stringify([scenario, disturbances, passed])
    }),
    tick,
    refresh,
    change,
    move,
    seek,
    look,
    tell: (refused) => {
      notice.value = refused
    },
    start,
  }
}
